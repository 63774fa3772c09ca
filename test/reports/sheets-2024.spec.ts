import { describe, expect, it } from '@jest/globals';
import { composeSheet, renderDocument, type Sheet } from '#features/reports';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { deadLinks, leaks, repeatedIds, skippedHeadings, textOf, unbalancedTags } from './html-checks.js';
import { readPdf } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const content = snapshot2024('annual');
const TRACKER = 'https://mirps.example.org';

const SHEETS: [Sheet, RegExp][] = [
  [{ kind: 'state', subject: 'MX' }, /México: ficha informativa/],
  [{ kind: 'team', subject: 'RTT-RA' }, /Ficha del equipo: Recepción/],
  [{ kind: 'area', subject: 'education' }, /Educación en la región/],
  [{ kind: 'pledges', subject: '' }, /Promesas regionales/],
];

describe('short papers of 2024', () => {
  it.each(SHEETS)('are sound HTML in Spanish that leads nowhere else: %j', async (sheet, title) => {
    const document = composeSheet(content, origin, sheet, 'es');
    if (!document) throw new Error('nothing was composed');
    const body = String((await renderDocument(document, 'html', TRACKER)).body);
    expect([
      unbalancedTags(body),
      repeatedIds(body),
      deadLinks(body),
      skippedHeadings(body),
      leaks(body),
    ]).toEqual([[], [], [], [], []]);
    expect(textOf(body)).toMatch(title);
  });

  it('tell of one State on two pages, tagged, without a cover', async () => {
    const document = composeSheet(content, origin, { kind: 'state', subject: 'BZ' }, 'en');
    if (!document) throw new Error('nothing was composed');
    const pdf = await readPdf((await renderDocument(document, 'pdf', TRACKER)).body as Buffer);
    expect(pdf).toMatchObject({ title: 'Belize: fact sheet', lang: 'en', tagged: true, pages: 2 });
    expect(pdf.figuresWithoutWords).toBe(0);
  });

  it('are not made of what the snapshot does not hold', () => {
    expect(composeSheet(content, origin, { kind: 'state', subject: 'XX' }, 'en')).toBeNull();
    expect(composeSheet(content, origin, { kind: 'team', subject: 'nobody' }, 'en')).toBeNull();
    expect(composeSheet(content, origin, { kind: 'area', subject: 'nothing' }, 'en')).toBeNull();
  });
});
