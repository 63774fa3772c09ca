import { AlignmentType, Paragraph, TextRun } from 'docx';
import { ShapeGroupRun } from 'docx/shapes';
import { mapDrawing, type MapShape, type MapWords } from '../charts/drawing.js';
import { FIELD } from '../charts/map.svg.js';
import { FILLS } from '../report.colours.js';
import type { MapBlock } from '../report.document.js';
import type { WordContext } from './inline.word.js';
import { caption, tableWord, type WordBlock } from './tables.word.js';

/** Pixels of the field in the file. */
const SCALE = 0.8;
const LABEL = { width: 150, height: 40 };

/** The map as shapes of Word's own; the table below says the same. */
export function mapWord(map: MapBlock, context: WordContext): WordBlock[] {
  const { around, states, words } = mapDrawing(map);
  const run = new ShapeGroupRun({
    children: [...[...around, ...states].map(shape), ...words.map(label)],
    transformation: { width: FIELD.width * SCALE, height: FIELD.height * SCALE },
    altText: { name: map.caption, title: map.caption, description: map.description },
  });
  const legend = map.legend.flatMap(({ key, label: text }) => [
    new TextRun({ text: '■ ', color: (FILLS[key]?.[0] ?? '#ffffff').slice(1) }),
    new TextRun(`${text}   `),
  ]);
  return [
    caption('chart', map, context),
    new Paragraph({ style: 'Small', keepNext: true, children: legend }),
    new Paragraph({ children: [run] }),
    ...tableWord(map.table, context),
  ];
}

const shape = ({ path, fill, left, top, width, height }: MapShape) =>
  ({
    type: 'custom',
    path,
    transformation: { offset: { left, top }, width, height },
    fill: fill.slice(1),
    line: { color: 'FFFFFF', width: 0.75 },
  }) as const;

function label({ x, y, anchor, ink, name, value }: MapWords) {
  const middle = anchor === 'middle';
  const color = ink.slice(1);
  const left = x - (anchor === 'start' ? 0 : middle ? LABEL.width / 2 : LABEL.width);
  const alignment = middle
    ? AlignmentType.CENTER
    : anchor === 'end'
      ? AlignmentType.RIGHT
      : AlignmentType.LEFT;
  return {
    type: 'rectangle',
    transformation: { offset: { left, top: y - 18 }, ...LABEL },
    line: 'none',
    fill: 'none',
    textOptions: { margins: { top: 0, bottom: 0, left: 0, right: 0 } },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment,
        children: [
          new TextRun({ text: name, bold: true, color }),
          new TextRun({ text: value, break: 1, color }),
        ],
      }),
    ],
  } as const;
}
