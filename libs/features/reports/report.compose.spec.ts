import { describe, expect, it } from '@jest/globals';
import type { SnapshotContent } from '#features/rollups';
import { snapshotSample } from '../../../test/factories/snapshot-sample.js';
import { composeReport } from './report.compose.js';
import type {
  Block,
  CommitmentBlock,
  Inline,
  ReportDocument,
  ReportSection,
  TableBlock,
} from './report.document.js';
import { plainText } from './regional.reader.js';

const origin = { snapshotId: 's1', number: 3, sha256: 'a'.repeat(64) };
const annual = (content: SnapshotContent = snapshotSample(), lang: 'en' | 'es' = 'en'): ReportDocument =>
  composeReport(content, origin, 'annual', lang);

const everySection = (sections: readonly ReportSection[]): ReportSection[] =>
  sections.flatMap((each) => [each, ...everySection(each.sections)]);
const everyBlock = (document: ReportDocument): Block[] =>
  everySection(document.sections).flatMap(({ blocks }) => blocks);
const blocksOf = <T extends Block['type']>(document: ReportDocument, type: T) =>
  everyBlock(document).filter((block): block is Extract<Block, { type: T }> => block.type === type);
const tables = (document: ReportDocument): TableBlock[] => [
  ...blocksOf(document, 'table'),
  ...blocksOf(document, 'chart').map(({ table }) => table),
];
const tableOf = (document: ReportDocument, id: string): TableBlock => {
  const found = tables(document).find((table) => table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const cardOf = (document: ReportDocument, code: string): CommitmentBlock | undefined =>
  blocksOf(document, 'commitment').find((block) => block.code === code);
const text = (line: readonly Inline[]): string => line.map(plainText).join('');
const cells = (table: TableBlock): string[][] => table.rows.map((row) => row.cells.map(text));

describe('an annual report', () => {
  it('has the parts that the snapshot can fill, numbered, and names those that it cannot', () => {
    const document = annual();
    expect(document.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 About this report',
      '2 Regional action plan and its lessons',
      '3 Regional Technical Teams',
      '4 Regional results',
      '5 Belize',
      '6 Mexico',
      'A Status of every commitment',
      'B Figures',
      'C Data notes',
      'D Acronyms',
      'E Sources and periods',
    ]);
    expect(document.missing).toEqual(
      expect.arrayContaining(['Regional context', 'Alliances', 'Support Platform']),
    );
    expect(document.missing).not.toContain('Regional results');
  });

  it('says the same in Spanish', () => {
    const document = annual(snapshotSample(), 'es');
    expect(document.title).toBe('Informe Anual del MIRPS 2024');
    expect(document.sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Sobre este informe', 'Belice', 'México', 'Fuentes y períodos']),
    );
    expect(cells(tableOf(document, 'coverage'))).toEqual([
      ['Belice', '1', '0', '0', '0', '1', '0 de 1 (0\u00a0%)'],
      ['México', '4', '2', '1', '1', '0', '2 de 4 (50\u00a0%)'],
      ['Región', '5', '2', '1', '1', '1', '2 de 5 (40\u00a0%)'],
    ]);
  });

  it('is of no other kind than its cycle', () => {
    expect(() => composeReport(snapshotSample('mid_year'), origin, 'annual', 'en')).toThrow(RangeError);
  });

  it('gives both means with their names and the number behind each', () => {
    const spoken = blocksOf(annual(), 'paragraph').map(({ line }) => text(line));
    expect(spoken).toContain('Commitments reported in this cycle: 2 of 5. States that reported: 1 of 2.');
    expect(spoken.join('\n')).toContain(
      'Mean progress over commitments: 70% (n = 2); mean over States, each weighing the same: 70% (n = 1).',
    );
  });

  it('never shows what was not reported as a zero', () => {
    const matrix = cells(tableOf(annual(), 'matrix'));
    expect(matrix).toEqual([
      ['Belize', '0 of 1', '—', '—', '0 of 1'],
      ['Mexico', '2 of 3 70%', '—', '0 of 1', '2 of 4 70%'],
      ['Region', '2 of 4 70%', '0 of 1', '—', '2 of 5 70%'],
    ]);
  });

  it('holds every commitment in its charts, those without an update under why', () => {
    const [coverage, chart] = blocksOf(annual(), 'chart');
    expect(coverage?.bars).toEqual([
      { label: 'Belize', values: [0, 0, 0, 1], end: '0%' },
      { label: 'Mexico', values: [2, 1, 1, 0], end: '50%' },
    ]);
    expect(
      chart?.bars.map(({ label, values, end }) => [label, values.reduce((a, b) => a + b, 0), end]),
    ).toEqual([
      ['Belize', 1, '0 of 1'],
      ['Mexico', 4, '2 of 4'],
    ]);
    const named = Object.fromEntries(
      (chart?.series ?? []).map(({ label }, i) => [label, chart?.bars[1]?.values[i]]),
    );
    expect(named).toMatchObject({
      'In progress': 1,
      Fulfilled: 1,
      Explained: 1,
      'Earlier value only': 1,
      'Not reported': 0,
    });
  });

  it('shows how the mean moved since the cycles that have one', () => {
    expect(cells(tableOf(annual(), 'changes'))).toEqual([['Region', '2 of 5', '70%', '—', '+20\u00a0pp']]);
  });

  it('marks what the sources do not state, and what rests on it', () => {
    const document = annual();
    const marks = (line: readonly Inline[]): number =>
      line.filter((inline) => typeof inline === 'object' && inline.kind === 'mark').length;
    expect(marks(cardOf(document, 'MX-01')?.status ?? [])).toBe(1);
    expect(marks(cardOf(document, 'MX-02')?.status ?? [])).toBe(0);
    expect(tableOf(document, 'matrix').illustrative).toBe(true);
    expect(tableOf(document, 'stages-by-state-data').illustrative).toBe(false);
    expect(document.cover.boxes.map(({ illustrative }) => illustrative)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the commitments and facts of a chapter', () => {
  it('tell each fact once, with the commitment that it answers best', () => {
    const document = annual();
    const told = [
      ...blocksOf(document, 'facts'),
      ...blocksOf(document, 'commitment').map(({ facts }) => ({ items: facts })),
    ].flatMap(({ items }) => items);
    expect(told.map(({ code }) => code).sort()).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']);
    expect(cardOf(document, 'MX-01')?.facts.map(({ code }) => code)).toEqual(['F1']);
    expect(cardOf(document, 'MX-02')?.facts.map(({ code, midYear }) => [code, midYear])).toEqual([
      ['F2', true],
    ]);
    expect(cardOf(document, 'MX-02')?.seeAlso.map(plainText)).toEqual(['F1']);
  });

  it('name institutions in the language of the report', () => {
    const names = (lang: 'en' | 'es') => cardOf(annual(snapshotSample(), lang), 'MX-01');
    expect([names('en')?.lead, names('es')?.lead]).toEqual([['UNHCR'], ['ACNUR']]);
    expect(names('es')?.facts[0]?.institutions).toEqual(['COMAR', 'Secretaría del Trabajo']);
  });

  it('give every figure with the ids behind it', () => {
    const [figure] = cardOf(annual(), 'MX-01')?.facts[0]?.figures ?? [];
    expect(figure).toEqual({
      figureId: 'g1',
      factId: 'id-F1',
      updateId: 'u-mx-1',
      text: 'about 12,800 people (Jan–Sep 2024)',
      window: null,
      breakdown: [{ title: 'sex', text: 'women 7,000' }],
    });
  });

  it('keep a figure without a value as what it is', () => {
    expect(cells(tableOf(annual(), 'figures-table-MX')).map((row) => row[2])).toEqual([
      'about 12,800 people (Jan–Sep 2024)',
      'not reported (people; Jan–Sep 2024)',
    ]);
  });

  it('fall back to the other language and say so', () => {
    const document = annual(snapshotSample(), 'es');
    const told = blocksOf(document, 'facts').flatMap(({ items }) => items);
    expect(told.find(({ code }) => code === 'F3')?.text).toEqual({
      kind: 'said',
      text: 'Fact F3 & more',
      lang: 'en',
    });
    expect(cardOf(document, 'MX-01')?.prose.map(({ title, lang }) => [title, lang])).toEqual([
      ['Avances', 'es'],
      ['Desafíos', 'en'],
      ['Próximos pasos', 'es'],
    ]);
  });

  it('name the wording of the template, and the number that the State published', () => {
    const document = annual();
    const notices = blocksOf(document, 'paragraph').filter(({ tone }) => tone === 'notice');
    expect(notices.map(({ line }) => text(line))).toEqual([
      'From the regional template, not the State’s own wording.',
    ]);
    const terms = blocksOf(document, 'terms').flatMap(({ items }) => items);
    expect(
      terms.filter(({ term }) => term === 'Commitments published by the State').map(({ line }) => text(line)),
    ).toEqual([
      '8. In the plan followed here: 1; published by the State: 8. The two are not the same list.',
      '4',
    ]);
  });

  it('list what has no update with the State’s reason', () => {
    const lines = blocksOf(annual(), 'list').flatMap(({ items }) => items.map(text));
    expect(lines).toContain('MX-03 — Explained No change: The law is with Congress');
    expect(lines).toContain('MX-04 — Earlier value only (an earlier value exists and is not counted)');
    expect(lines).toContain('BZ-01 — Not reported');
  });
});

describe('a mid-year report', () => {
  const document = composeReport(snapshotSample('mid_year'), origin, 'mid_year', 'en');

  it('begins with what a review asks, and has its status of every commitment in the data annex', () => {
    expect(
      document.sections.flatMap(({ number, title, sections }) => [
        `${number} ${title}`,
        ...(number === '1' || number === '2' ? sections.map((each) => `${each.number} ${each.title}`) : []),
      ]),
    ).toEqual([
      '1 Summary',
      '1.1 What changed',
      '1.2 What is at risk',
      '1.3 Who has not reported',
      '1.4 What is due until the end of the year',
      '2 State by State',
      '2.1 Belize',
      '2.2 Mexico',
      '3 The region at a glance',
      '4 About this report',
      'A Figures',
      'B Data notes',
      'C Sources and periods',
    ]);
    expect(cells(tableOf(document, 'at-risk-table'))).toEqual([
      ['Mexico', 'MX-01 Commitment MX-1', 'At risk'],
    ]);
    expect(cells(tableOf(document, 'unreported-table'))).toEqual([
      ['Belize', 'UNHCR', '1', '0', '1'],
      ['Mexico', 'UNHCR', '1', '1', '2'],
    ]);
  });

  it('tells every fact too', () => {
    const told = [
      ...blocksOf(document, 'facts'),
      ...blocksOf(document, 'commitment').map(({ facts }) => ({ items: facts })),
    ].flatMap(({ items }) => items);
    expect(told.map(({ code }) => code).sort()).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']);
  });
});

describe('an empty snapshot', () => {
  it('gives a report that says what it does not have', () => {
    const { others } = snapshotSample();
    const document = annual(
      snapshotSample('annual', {
        cells: [],
        updates: [],
        facts: [],
        figures: [],
        others: {
          ...others,
          commitments: [],
          rows: [],
          plans: [],
          presidencies: [],
          explanations: [],
          regional: [],
          states: [],
        },
      }),
    );
    expect(document.sections.map(({ title }) => title)).toEqual(['About this report']);
    expect(document.missing).toContain('Regional results');
  });
});

describe('an edition', () => {
  const written = (id: string, title: string, markdown: string) => ({
    id,
    title,
    blocks: [{ type: 'prose' as const, markdown, lang: 'en' as const }],
  });
  const edition = {
    number: 2,
    textsSha256: 'b'.repeat(64),
    note: { en: 'A place name is corrected.', es: 'Se corrige un topónimo.' },
    sections: [
      written('foreword', 'Foreword', 'The year in brief.'),
      written('context', 'Regional context', 'Two countries.'),
      written('results', 'Regional results', 'What was reached.'),
      written('credits', 'Credits', 'With thanks.'),
    ],
  };
  const document = composeReport(snapshotSample(), origin, 'annual', 'en', edition);

  it('opens its parts with what people wrote, and has the parts that only they can fill', () => {
    const main = document.sections.filter(({ annex }) => !annex);
    expect([main[0]?.title, main.at(-1)?.title]).toEqual(['Foreword', 'Credits']);
    expect(main.map(({ title }) => title)).toContain('Regional context');
    const results = main.find(({ title }) => title === 'Regional results');
    expect(results?.blocks[0]).toEqual({ type: 'prose', markdown: 'What was reached.', lang: 'en' });
    expect(results?.blocks.length).toBeGreaterThan(1);
    expect(document.missing).toEqual(expect.arrayContaining(['Photos with credit and consent']));
    expect(document.missing).not.toEqual(expect.arrayContaining(['Foreword by the Presidency']));
  });

  it('says which edition it is and what it corrects', () => {
    expect(document.edition).toEqual({ number: 2, textsSha256: 'b'.repeat(64) });
    expect(document.cover.lines.map(({ text: said }) => said)).toEqual(
      expect.arrayContaining(['2', 'A place name is corrected.']),
    );
  });
});
