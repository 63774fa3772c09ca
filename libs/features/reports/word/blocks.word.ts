import {
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { AREA_COLOURS } from '../report.colours.js';
import type { Block, Box, CommitmentBlock, FactItem, FigureItem, Inline, Line } from '../report.document.js';
import { notePlace, NOTES, noteSign, placeId, REPORT_WORDS } from '../report.words.js';
import { addressOf, inlineWord, lineWord, outside, placed, within, type WordContext } from './inline.word.js';
import { mapWord } from './map.word.js';
import { photoBesideWord, photoWord } from './photo.word.js';
import { proseWord } from './prose.word.js';
import { chartWord, columnsOf, NO_BORDER, ROWS_ONLY, tableWord, type WordBlock } from './tables.word.js';
import { BRAND, SOFT, TEXT_WIDTH, WASH } from './word.styles.js';

const TONES = { lead: 'Lead', small: 'Small', notice: 'Notice', title: 'StoryTitle' } as const;
const BOXES_A_ROW = 3;

/** A line that is strong throughout is the title of what follows. */
const isTitle = ([first, ...others]: Line): boolean =>
  others.length === 0 && typeof first === 'object' && first.kind === 'strong';

/** The blocks of a section; a photo may stand beside what follows it. */
export function blocksWord(blocks: readonly Block[], context: WordContext): WordBlock[] {
  const [first, ...others] = blocks;
  const rest = (some: readonly Block[]): WordBlock[] => some.flatMap((block) => blockWord(block, context));
  return first?.type === 'photo' && first.beside
    ? [photoBesideWord(photoWord(first, context), rest(others))]
    : rest(blocks);
}

/** One block of the document as paragraphs and tables of Word. */
function blockWord(block: Block, context: WordContext): WordBlock[] {
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.tone ? { style: TONES[block.tone] } : {}),
          ...(isTitle(block.line) ? { keepNext: true } : {}),
          children: lineWord(block.line, context),
        }),
      ];
    case 'prose':
      return proseWord(block.markdown, block.lang);
    case 'list':
      return block.items.map((line) => bullet(lineWord(line, context)));
    case 'terms':
      return termsWord(block.items, context);
    case 'boxes':
      return boxesWord(block.items, context);
    case 'facts':
      return block.items.flatMap((fact) => factWord(fact, context));
    case 'sources':
    case 'windows':
      return block.items.map(({ number, line }) => {
        const note = { kind: NOTES[block.type], number };
        const sign = new TextRun(`${noteSign(note).slice(1, -1)}.\t`);
        return new Paragraph({
          style: 'Small',
          indent: { left: 500, hanging: 500 },
          children: [placed(notePlace(note), [sign]), ...lineWord(line, context)],
          tabStops: [{ type: 'left', position: 500 }],
        });
      });
    case 'commitment':
      return commitmentWord(block, context);
    case 'table':
      return tableWord(block, context);
    case 'chart':
      return chartWord(block, context);
    case 'map':
      return mapWord(block, context);
    case 'photo':
      return photoWord(block, context);
  }
}

const bullet = (children: ParagraphChild[], level = 0): Paragraph =>
  new Paragraph({ numbering: { reference: 'bullets', level }, children });

const small = (children: ParagraphChild[]): Paragraph => new Paragraph({ style: 'Small', children });

function termsWord(items: readonly { term: string; line: Line }[], context: WordContext): WordBlock[] {
  const widths = columnsOf([1, 3]);
  const cell = (children: ParagraphChild[], i: number): TableCell =>
    new TableCell({
      children: [new Paragraph({ children, spacing: { after: 0 } })],
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
    });
  const rows = items.map(
    ({ term, line }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell([new TextRun({ text: term, bold: true, color: SOFT })], 0),
          cell(lineWord(line, context), 1),
        ],
      }),
  );
  return [grid(rows, widths, ROWS_ONLY), gap()];
}

/** Large numbers side by side. */
function boxesWord(boxes: readonly Box[], context: WordContext): WordBlock[] {
  const widths = columnsOf(Array.from({ length: BOXES_A_ROW }, () => 1));
  const rows: TableRow[] = [];
  for (let at = 0; at < boxes.length; at += BOXES_A_ROW)
    rows.push(
      new TableRow({
        cantSplit: true,
        children: widths.map((size, i) => {
          const box = boxes[at + i];
          return new TableCell({
            children: box ? boxWord(box, context) : [new Paragraph('')],
            width: { size, type: WidthType.DXA },
            ...(box ? { shading: { type: 'clear', fill: WASH } as const } : {}),
          });
        }),
      }),
    );
  const borders = { ...ROWS_ONLY, bottom: NO_BORDER, insideHorizontal: NO_BORDER };
  return [grid(rows, widths, borders), gap()];
}

const boxWord = ({ value, label, note, updateId }: Box, context: WordContext): Paragraph[] => [
  new Paragraph({
    spacing: { after: 0 },
    children: [new TextRun({ text: value, bold: true, size: 27, color: BRAND })],
  }),
  new Paragraph({ spacing: { after: 0 }, children: inlineWord(label, context) }),
  ...(note.length > 0 || updateId
    ? [
        small([
          ...lineWord(note, context),
          ...(updateId
            ? [new TextRun(' '), outside(addressOf(updateId, context), REPORT_WORDS.update[context.lang])]
            : []),
        ]),
      ]
    : []),
];

const grid = (rows: TableRow[], widths: number[], borders: typeof ROWS_ONLY | object): Table =>
  new Table({
    rows,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
  });

/** Two tables without a paragraph between them would become one. */
const gap = (): Paragraph => new Paragraph({ style: 'TableGap', children: [] });

function factWord(fact: FactItem, context: WordContext): Paragraph[] {
  const words = REPORT_WORDS;
  const { lang } = context;
  const told: ParagraphChild[] = [
    ...(fact.code
      ? [placed(placeId(fact.id), [new TextRun({ text: `${fact.code} `, bold: true, color: SOFT })])]
      : []),
    ...inlineWord(fact.text, context),
    ...lineWord(
      fact.sources.map((number) => ({ kind: 'source', number })),
      context,
    ),
    ...(fact.midYear ? [new TextRun({ text: ` (${words.midYear[lang]})`, italics: true, color: SOFT })] : []),
  ];
  const more: Inline[][] = [
    ...(fact.institutions.length > 0 ? [[fact.institutions.join(', ')]] : []),
    ...(fact.alsoFor.length > 0 ? [[`${words.alsoFor[lang]}: `, ...separated(fact.alsoFor)]] : []),
    ...(fact.note ? [[`${words.note[lang]}: `, fact.note]] : []),
  ];
  return [
    new Paragraph({ style: 'Fact', children: told }),
    ...fact.figures.map((figure) => bullet(figureWord(figure, context))),
    ...(more.length > 0
      ? [
          small(
            lineWord(
              more.flatMap((each, i) => (i ? [' · ', ...each] : each)),
              context,
            ),
          ),
        ]
      : []),
  ];
}

/** To the update behind the figure; a free-standing one to its row in the annex. */
function figureWord(
  { text, figureId, updateId, window, breakdown }: FigureItem,
  context: WordContext,
): ParagraphChild[] {
  const shown = updateId
    ? outside(addressOf(updateId, context), text, { bold: true })
    : within(placeId(`figure-${figureId}`), text, context, { bold: true });
  return [
    shown,
    ...(window ? inlineWord(window, context) : []),
    ...breakdown.map((part) => new TextRun({ text: ` ${part.title}: ${part.text}.`, size: 17, color: SOFT })),
  ];
}

function commitmentWord(block: CommitmentBlock, context: WordContext): WordBlock[] {
  const { lang } = context;
  const words = REPORT_WORDS;
  const colour = (AREA_COLOURS[block.areaKey ?? ''] ?? `#${BRAND}`).slice(1);
  const roles = [
    block.area,
    ...(block.lead.length > 0 ? [`${words.lead[lang]}: ${block.lead.join(', ')}`] : []),
    ...(block.partners.length > 0 ? [`${words.partners[lang]}: ${block.partners.join(', ')}`] : []),
  ];
  const listed = (title: string, items: readonly Inline[]): Paragraph[] =>
    items.length === 0 ? [] : [small(lineWord([`${title}: `, ...separated(items)], context))];
  return [
    new Paragraph({
      heading: 'Heading4',
      border: { top: { style: BorderStyle.SINGLE, size: 12, space: 4, color: colour } },
      children: [
        placed(placeId(block.id), [new TextRun({ text: `${block.code} `, color: colour })]),
        ...inlineWord(block.title, context),
      ],
    }),
    new Paragraph({ keepNext: true, children: lineWord(block.status, context) }),
    small([new TextRun(roles.join(' · '))]),
    ...block.prose.flatMap(({ title, markdown, lang: own }) => [
      new Paragraph({ style: 'ProseTitle', children: [new TextRun(title)] }),
      ...proseWord(markdown, own),
    ]),
    ...listed(words.evidence[lang], block.evidence),
    ...(block.facts.length > 0
      ? [new Paragraph({ style: 'ProseTitle', children: [new TextRun(words.facts[lang])] })]
      : []),
    ...block.facts.flatMap((fact) => factWord(fact, context)),
    ...listed(words.seeAlso[lang], block.seeAlso),
    ...(block.trace.length > 0 ? [small(lineWord(block.trace, context))] : []),
  ];
}

const separated = (items: readonly Inline[]): Inline[] =>
  items.flatMap((item, i) => (i === 0 ? [item] : [', ', item]));
