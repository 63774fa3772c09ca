import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TERM_GROUPS } from '../../apps/web/src/glossary/terms.js';
import { TOURS } from '../../apps/web/src/tour/tours.js';

const SOURCES = 'apps/web/src';

type Tree = { [key: string]: string | Tree };

/** The texts of the first page and those that come behind it. */
const read = (lang: string): Map<string, string> =>
  new Map(
    [`${lang}.json`, `${lang}.more.json`].flatMap((file) =>
      flat(JSON.parse(readFileSync(join(SOURCES, 'i18n', file), 'utf8')) as Tree),
    ),
  );

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)).sort();

const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('schema.d.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
  .join('\n');

const en = read('en');
const es = read('es');

/** Texts that come when somebody asks for them: the fixed words with what they mean, and the tours. */
const asked = (name: 'glossary' | 'tour', lang: string): Tree =>
  JSON.parse(readFileSync(join(SOURCES, 'i18n', `${lang}.${name}.json`), 'utf8')) as Tree;

describe('The glossary', () => {
  it.each(['glossary', 'tour'] as const)('has the same texts in both languages, none empty: %s', (name) => {
    const [inEnglish, inSpanish] = [asked(name, 'en'), asked(name, 'es')].map((texts) => flat(texts));
    expect(inEnglish?.map(([key]) => key)).toEqual(inSpanish?.map(([key]) => key));
    expect([...(inEnglish ?? []), ...(inSpanish ?? [])].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('shows every word once', () => {
    const shown = Object.values(TERM_GROUPS).flat();
    expect(shown.toSorted()).toEqual(Object.keys(asked('glossary', 'en')).toSorted());
  });
});

describe('The tours', () => {
  it('say something at every step, and nothing else', () => {
    const steps = Object.fromEntries(
      Object.entries(TOURS).map(([role, tour]) => [role, tour.map(({ id }) => id).toSorted()]),
    );
    const texts = Object.entries(asked('tour', 'en')).map(([role, said]) => [
      role,
      Object.keys(said).toSorted(),
    ]);
    expect(steps).toEqual(Object.fromEntries(texts));
  });
});

describe('The texts of the web', () => {
  it('exist in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...es.keys()].sort());
  });

  it('have the same placeholders in both languages, and no text is empty', () => {
    const different = [...en].filter(([key, text]) => {
      const other = es.get(key) ?? '';
      return (
        text.trim() === '' || other.trim() === '' || placeholders(text).join() !== placeholders(other).join()
      );
    });
    expect(different).toEqual([]);
  });

  it('are all in use', () => {
    const whole = new Set([...code.matchAll(/['"`]([a-zA-Z]\w*(?:\.\w+)+)['"`]/g)].map(([, key]) => key));
    const begun = [...code.matchAll(/`([a-zA-Z]\w*(?:\.\w+)*\.)\$\{/g)].map(([, prefix]) => String(prefix));
    const unused = [...en.keys()].filter((key) => {
      const bare = key.replace(/_(one|many|other)$/, '');
      return !whole.has(bare) && !begun.some((prefix) => key.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });

  it('tell one from many in both languages wherever they count', () => {
    const counted = [...en.keys()].filter((key) => key.endsWith('_one'));
    expect(
      counted.filter(
        (key) => !en.has(key.replace(/_one$/, '_other')) || !es.has(key.replace(/_one$/, '_other')),
      ),
    ).toEqual([]);
  });
});
