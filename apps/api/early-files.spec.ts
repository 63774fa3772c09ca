import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { earlyLinks } from './early-files.js';

describe('what a page names in its head', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'early-'));
    writeFileSync(
      join(folder, 'early.json'),
      JSON.stringify({
        languages: { en: ['/assets/en.js'], es: ['/assets/es.js'] },
        landings: [
          { path: '/sign-in', scripts: ['/assets/sign-in.js'], styles: [], answers: [] },
          {
            path: '/my-updates/:cycle/:commitment',
            scripts: ['/assets/form.js'],
            styles: ['/assets/form.css'],
            answers: ['/api/commitments/:commitment'],
          },
        ],
      }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const links = (path: string, acceptLanguage?: string, signedIn = true) => {
    const { answers, files } = earlyLinks(folder)({ path, acceptLanguage, signedIn });
    return [...`${answers}${files}`.matchAll(/href="([^"]+)"/g)].map(([, to]) => to);
  };

  it('is the page at the address, its language, and what the page asks for first', () => {
    expect(links('/my-updates/2026-annual/0197', 'es-MX,es;q=0.9,en;q=0.5')).toEqual([
      '/api/me',
      '/api/commitments/0197',
      '/assets/form.css',
      '/assets/es.js',
      '/assets/form.js',
    ]);
  });

  it('is nothing of a person for who brings no session', () => {
    expect(links('/my-updates/2026-annual/0197', 'en-US', false)).toEqual(['/assets/en.js']);
    expect(links('/sign-in', 'fr', false)).toEqual(['/assets/es.js', '/assets/sign-in.js']);
  });

  it('takes nothing from an address that could not be ours', () => {
    expect(links('/my-updates/2026-annual/"><script>')).toEqual(['/api/me', '/assets/es.js']);
  });

  it('is empty where the web was built without the list', () => {
    expect(earlyLinks('/nowhere')({ path: '/sign-in', acceptLanguage: 'en', signedIn: false })).toEqual({
      answers: '',
      files: '',
    });
  });
});
