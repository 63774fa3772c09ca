import { describe, expect, it } from '@jest/globals';
import { composeSheet, renderDocument, type Sheet } from '#features/reports';
import type { SnapshotContent } from '#features/rollups';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { deadLinks, leaks, repeatedIds, skippedHeadings, textOf, unbalancedTags } from './html-checks.js';
import { type ReadPdf, readPdf } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const content = snapshot2024('annual');
const TRACKER = 'https://mirps.example.org';

const SHEETS: [Sheet, RegExp][] = [
  [{ kind: 'state', subject: 'MX' }, /México: ficha informativa/],
  [{ kind: 'team', subject: 'RTT-RA' }, /Ficha del equipo: Recepción/],
  [{ kind: 'area', subject: 'education' }, /Educación en la región/],
  [{ kind: 'pledges', subject: '' }, /Promesas regionales/],
];

/** A snapshot where a State reported every commitment: long titles, at risk, with something in the way and a next step. */
function everythingReported(code: string): SnapshotContent {
  const commitments = content.others.commitments.filter(({ stateCode }) => stateCode === code);
  const ids = new Set(commitments.map(({ id }) => id));
  const model = content.updates.find(({ commitmentId }) => ids.has(commitmentId));
  if (!model) throw new Error(`${code} reported nothing`);
  const long =
    'Ampliar en todo el territorio el acceso a procedimientos y servicios para personas desplazadas';
  return {
    ...content,
    updates: [
      ...content.updates.filter(({ commitmentId }) => !ids.has(commitmentId)),
      ...commitments.map(({ id }) => ({
        ...model,
        id: `u-${id}`,
        commitmentId: id,
        outlook: 'at_risk' as const,
        challengesEs: `${long}, sin presupuesto asignado para el año.`,
        nextStepsEs: `${long}, con las instituciones que participan.`,
      })),
    ],
    others: {
      ...content.others,
      commitments: content.others.commitments.map((each) =>
        ids.has(each.id) ? { ...each, titleEn: long, titleEs: long } : each,
      ),
      rows: content.others.rows.map((row) =>
        ids.has(row.id) ? { ...row, updateId: `u-${row.id}`, reported: true } : row,
      ),
    },
  };
}

async function pdfOf(of: SnapshotContent, sheet: Sheet, lang: 'en' | 'es'): Promise<ReadPdf> {
  const document = composeSheet(of, origin, sheet, lang);
  if (!document) throw new Error('nothing was composed');
  return readPdf((await renderDocument(document, 'pdf', TRACKER)).body as Buffer);
}

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

  it.each(['BZ', 'CR', 'SV', 'GT', 'HN', 'MX', 'PA'])(
    'tell of %s on two pages, tagged, in both languages',
    async (subject) => {
      for (const lang of ['en', 'es'] as const)
        expect(await pdfOf(content, { kind: 'state', subject }, lang)).toMatchObject({
          lang,
          tagged: true,
          pages: 2,
          figuresWithoutWords: 0,
        });
    },
  );

  it.each(['RTT-RA', 'RTT-ID', 'RTT-JL', 'RTT-LG'])(
    'tell of %s on one page in both languages',
    async (subject) => {
      for (const lang of ['en', 'es'] as const)
        expect((await pdfOf(content, { kind: 'team', subject }, lang)).pages).toBe(1);
    },
  );

  it('tell of a State on two pages even when it reported everything, at length and at risk', async () => {
    const pdf = await pdfOf(everythingReported('MX'), { kind: 'state', subject: 'MX' }, 'es');
    expect(pdf.pages).toBe(2);
    expect(pdf.text).toMatch(/MX\W?33/);
  });

  it('cite their own sources alone, numbered from one, each in the list', () => {
    const document = composeSheet(content, origin, { kind: 'team', subject: 'RTT-JL' }, 'en');
    const cited = [...JSON.stringify(document).matchAll(/"kind":"source","number":(\d+)/g)].map(([, n]) =>
      Number(n),
    );
    const list = document?.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'sources');
    expect(list?.type === 'sources' && list.items.map(({ number }) => number)).toEqual(
      [...new Set(cited)].sort((a, b) => a - b),
    );
    expect(Math.min(...cited)).toBe(1);
  });

  it('tell in a newsletter of at most two commitments a State, and say so', async () => {
    const document = composeSheet(content, origin, { kind: 'area', subject: 'protection' }, 'en');
    const states = document?.sections.filter(({ id }) => id.startsWith('newsletter-')) ?? [];
    expect(states).toHaveLength(7);
    for (const { blocks } of states)
      expect(blocks.filter(({ type }) => type === 'commitment').length).toBeLessThanOrEqual(2);
    expect(JSON.stringify(document)).toContain('of each State at most 2 commitments');
  });

  it('are not made of what the snapshot does not hold', () => {
    expect(composeSheet(content, origin, { kind: 'state', subject: 'XX' }, 'en')).toBeNull();
    expect(composeSheet(content, origin, { kind: 'team', subject: 'nobody' }, 'en')).toBeNull();
    expect(composeSheet(content, origin, { kind: 'area', subject: 'nothing' }, 'en')).toBeNull();
  });
});
