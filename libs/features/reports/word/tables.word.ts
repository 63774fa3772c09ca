import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type BarChartOptions, ChartRun, type ChartSeries, type ColumnChartOptions } from 'docx/charts';
import { chartDrawing, MAP_INK } from '../charts/drawing.js';
import { FILLS } from '../report.colours.js';
import type { ChartBlock, MapBlock, TableBlock } from '../report.document.js';
import { columnShares } from '../report.tables.js';
import { placeId, REPORT_WORDS } from '../report.words.js';
import { inlineWord, lineWord, placed, type WordContext } from './inline.word.js';
import { RULE, SOFT, TEXT_WIDTH, WASH } from './word.styles.js';

export type WordBlock = Paragraph | Table;

export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;
const HEAVY = { style: BorderStyle.SINGLE, size: 8, color: '8C9AA9' } as const;
/** Lines between rows only. */
export const ROWS_ONLY = {
  top: NO_BORDER,
  bottom: THIN,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: THIN,
  insideVertical: NO_BORDER,
} as const;

/** From so many columns on, words need smaller letters. */
const MANY_COLUMNS = 8;

/** Columns of the text's width by their shares; they add up to it. */
export function columnsOf(shares: readonly number[], width = TEXT_WIDTH): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => Math.floor((share * width) / whole));
  const rest = width - columns.reduce((sum, column) => sum + column, 0);
  return columns.map((column, i) => (i === 0 ? column + rest : column));
}

/** Caption with a number that Word counts, the table with a head that repeats, and its note. */
export function tableWord(table: TableBlock, context: WordContext): WordBlock[] {
  const widths = columnsOf(columnShares(table));
  const side = (i: number) => (table.columns[i]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const style = table.columns.length < MANY_COLUMNS ? 'TableText' : 'TableTextNarrow';
  const cell = (children: ParagraphChild[], i: number, fill?: string): TableCell =>
    new TableCell({
      children: [new Paragraph({ style, alignment: side(i), children })],
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      ...(fill ? { shading: { type: 'clear', fill } as const } : {}),
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      ({ title }, i) =>
        new TableCell({
          children: [
            new Paragraph({
              style,
              alignment: side(i),
              keepNext: true,
              children: [new TextRun({ text: title, bold: true })],
            }),
          ],
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          shading: { type: 'clear', fill: WASH },
          borders: { bottom: HEAVY },
        }),
    ),
  });
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.cells.map((line, i) => {
          const content = lineWord(line, context, i === 0 || row.total ? { bold: true } : {});
          return cell(
            i === 0 && row.id ? [placed(placeId(row.id), content)] : content,
            i,
            row.total ? WASH : undefined,
          );
        }),
      }),
  );
  return [
    caption('table', table, context),
    new Table({
      rows: [head, ...rows],
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: ROWS_ONLY,
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
    }),
    new Paragraph({ style: 'Small', children: table.note ? inlineWord(table.note, context) : [] }),
  ];
}

/** As in the other forms, the target stands in the ink of the text. */
const MARK = MAP_INK.slice(1);

/** Pixels. */
const CHART = { width: 640, bar: 27, rest: 84, columns: 260 };

/** A chart of Word's own, whose numbers can be edited there; the table below says the same. */
export function chartWord(chart: ChartBlock, context: WordContext): WordBlock[] {
  const altText = { name: chart.caption, title: chart.caption, description: chart.description };
  const run = new ChartRun({
    ...(chart.markLabel ? columnsAndTarget(chart, chart.markLabel) : stackedBars(chart)),
    legend: { position: 'top' },
    chartArea: { fill: 'none', border: 'none' },
    altText,
  });
  return [
    caption('chart', chart, context),
    new Paragraph({ children: [run] }),
    ...tableWord(chart.table, context),
  ];
}

function stackedBars(chart: ChartBlock): BarChartOptions {
  const measured = chart.bars.some(({ texts }) => texts !== undefined);
  return {
    type: 'bar',
    stacking: 'stacked',
    categories: chart.bars.map(({ label, end }) => `${label} (${end})`),
    // A zero has no bar, and so no number; nor has what only fills a bar up.
    series: seriesOf(chart, (key) => (key.endsWith('-rest') || measured ? null : '0.#;;')),
    gapWidth: 40,
    categoryAxis: { reverseOrder: true },
    valueAxis: { visible: false, gridlines: false },
    transformation: { width: CHART.width, height: CHART.rest + chart.bars.length * CHART.bar },
  };
}

/** Years beside each other: lines cross columns in Word, but not bars. */
function columnsAndTarget(chart: ChartBlock, target: string): ColumnChartOptions {
  const whole = chart.bars.every(({ values }) => values.every(Number.isInteger));
  const format = whole ? '#,##0;;' : '#,##0.0;;';
  return {
    type: 'column',
    stacking: 'stacked',
    categories: chart.bars.map(({ label }) => label),
    series: [
      ...seriesOf(chart, () => format),
      {
        name: target,
        type: 'line',
        values: chart.bars.map(({ mark }) => mark ?? null),
        color: MARK,
        line: { color: MARK, width: 2, dash: 'dash' },
        markers: { shape: 'dash', size: 12 },
        dataLabels: false,
      },
    ],
    gapWidth: 80,
    emptyValues: 'gap',
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    transformation: { width: CHART.width, height: CHART.columns },
  };
}

/** Series that some bar has any of. @param format of the numbers in the bars of a series; null: they have none */
function seriesOf(chart: ChartBlock, format: (key: string) => string | null): ChartSeries[] {
  const used = new Set(chartDrawing(chart).legend.map(({ key }) => key));
  return chart.series.flatMap(({ key, label }, i) => {
    const [fill, ink] = FILLS[key] ?? ['#2f6fa8', '#ffffff'];
    const numberFormat = format(key);
    return used.has(key)
      ? [
          {
            name: label,
            values: chart.bars.map(({ values }) => values[i] ?? 0),
            color: fill.slice(1),
            dataLabels: numberFormat !== null && {
              value: true,
              numberFormat,
              font: { color: ink.slice(1), size: 8 },
            },
          },
        ]
      : [];
  });
}

/** "Table 3. Title": Word counts it again when its fields are updated. */
export function caption(
  kind: 'table' | 'chart',
  { id, number, caption: title, illustrative }: TableBlock | ChartBlock | MapBlock,
  { lang }: WordContext,
): Paragraph {
  const word = REPORT_WORDS[kind][lang];
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      placed(placeId(id), [
        new TextRun({ text: `${word} `, color: SOFT, bold: false }),
        new SimpleField(`SEQ ${word} \\* ARABIC`, String(number)),
        new TextRun({ text: '. ', color: SOFT, bold: false }),
      ]),
      new TextRun(title),
      ...(illustrative
        ? [
            new TextRun({
              text: ` (${REPORT_WORDS.illustrative[lang]})`,
              italics: true,
              bold: false,
              color: '6D4A00',
            }),
          ]
        : []),
    ],
  });
}
