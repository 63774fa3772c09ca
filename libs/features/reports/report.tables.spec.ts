import { describe, expect, it } from '@jest/globals';
import { snapshotSample } from '../../../test/factories/snapshot-sample.js';
import { numeric, table } from './parts/tables.js';
import { composeReport } from './report.compose.js';
import type { Line, ReportSection, TableBlock } from './report.document.js';
import { columnShares, heldRows, tableLines, wholeCells, wholeHeadings } from './report.tables.js';

const origin = { snapshotId: 's1', number: 3, sha256: 'a'.repeat(64) };

const tablesOf = ({ blocks, sections }: ReportSection): TableBlock[] => [
  ...blocks.flatMap((block) => (block.type === 'chart' ? block.table : block.type === 'table' ? block : [])),
  ...sections.flatMap(tablesOf),
];

describe('the columns of a table', () => {
  it.each(['en', 'es'] as const)('leave the stages of commitments undivided in %s', (lang) => {
    const report = composeReport(snapshotSample('annual'), origin, 'annual', lang);
    const stages = report.sections.flatMap(tablesOf).filter(({ id }) => /stages.*-data$/.test(id));
    expect(stages.length).toBeGreaterThan(2);
    for (const each of stages) {
      const shares = columnShares(each);
      expect(wholeHeadings(each, shares)).toEqual(each.columns.map(() => true));
      expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(119, 0);
    }
  });

  it('give words what they need before short texts get a line of their own', () => {
    const titles = [
      'Discontinuado',
      'Planificación',
      'Cumplido',
      'Explicado',
      'Informado',
      'Financiado',
      'Iniciado',
    ];
    const crowded = table(
      't',
      'T',
      ['Área', ...titles.map(numeric)],
      [['Vida y más vida', ...titles.map(() => '0')]],
    );
    expect(wholeHeadings(crowded, columnShares(crowded))).not.toContain(false);
  });

  it('hold an amount with its currency on one line, with or without words behind it', () => {
    const amount = 'USD\u00a0110,000,000';
    const said =
      'as several institutions told the whole region in the course of the year, in more than one paper';
    const titles = ['Place', 'Source', 'Note', 'Amount'];
    const shareOf = (cell: string): number =>
      columnShares(table('t', 'T', titles, [[said, said, said, cell]]))[3] ?? 0;
    for (const cell of [
      amount,
      `${amount} — by day`,
      `${amount} — announced by the partners in the course of the year`,
    ])
      expect(shareOf(cell)).toBeGreaterThan(amount.length);
    expect(shareOf('x'.repeat(40))).toBeLessThan(40);
  });

  it('divide headings that have no room', () => {
    const titles = Array.from({ length: 14 }, () => 'Discontinuado');
    const crowded = table('t', 'T', ['Año', ...titles], [['1', ...titles.map(() => '0')]]);
    expect(wholeHeadings(crowded, columnShares(crowded))).toEqual(['Año', ...titles].map(() => false));
  });
});

describe('the cells of a table', () => {
  const [wide, narrow] = [99, 20];

  it('keep their words whole where they are few and have room', () => {
    const told = table('t', 'T', ['A', 'B'], [['Not assessed', 'internationalisation']]);
    expect(wholeCells(told, [60, 59])).toEqual([true, true]);
    expect(wholeCells(told, [wide, narrow])).toEqual([true, false]);
  });

  it('divide the words of texts, and of states that are explained never', () => {
    const text = ' the published report has no information on it';
    const explained: Line = [{ kind: 'badge', group: 'coverage', key: 'explained', text: 'Explained' }, text];
    expect(wholeCells(table('t', 'T', ['A', 'B'], [[explained, text]]), [60, 59])).toEqual([true, false]);
  });
});

describe('the rows of a table', () => {
  it('take the lines of their longest cell', () => {
    const told = table(
      't',
      'T',
      ['Place', 'Note'],
      [
        ['Belize', 'short'],
        ['Belize', 'long '.repeat(60)],
      ],
    );
    const [heading, short, long] = tableLines(told, [20, 99]);
    expect([heading, short]).toEqual([1, 1]);
    expect(long).toBeGreaterThan(2);
    expect(tableLines(told, [60, 59])[2]).toBeGreaterThan(long ?? 0);
  });

  it('end together, as many as are a few lines with what stands below them', () => {
    expect(heldRows([1, 1, 1, 1, 1], 0)).toBe(3);
    expect(heldRows([1, 4, 4, 4], 0)).toBe(2);
    expect(heldRows([1, 4, 4, 4], 11)).toBe(2);
    expect(heldRows([1, 20, 20], 11)).toBe(1);
    expect(heldRows([1], 0)).toBe(1);
  });

  it('keep a count and its strong share on one line', () => {
    const long = 'several institutions told it in the course of the year, in more than one paper';
    const shareOf = (cell: Line): number =>
      columnShares(table('t', 'T', ['A', 'B', 'C'], [[long, long, cell]]))[2] ?? 0;
    expect(shareOf(['19 of 56', ' ', { kind: 'strong', text: '55.2%' }])).toBeGreaterThan(17);
  });
});
