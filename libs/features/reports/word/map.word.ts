import { AlignmentType, Paragraph, TextRun } from 'docx';
import { ShapeGroupRun } from 'docx/shapes';
import { FIELD, WORDS_AT } from '../charts/map.svg.js';
import { REGION_SHAPES } from '../charts/region.shapes.js';
import { FILLS } from '../report.colours.js';
import type { MapBlock } from '../report.document.js';
import type { WordContext } from './inline.word.js';
import { caption, tableWord, type WordBlock } from './tables.word.js';
import { INK } from './word.styles.js';

/** Pixels of the field in the file. */
const SCALE = 0.8;
const LABEL = { width: 150, height: 40 };

/** The map as shapes of Word's own; the table below says the same. */
export function mapWord(map: MapBlock, context: WordContext): WordBlock[] {
  const run = new ShapeGroupRun({
    children: [
      ...REGION_SHAPES.around.map((path) => shape(path, 'ECEFF2')),
      ...map.places.flatMap(({ code, key }) => {
        const path = REGION_SHAPES.states[code];
        return path ? [shape(path, (FILLS[key]?.[0] ?? '#ffffff').slice(1))] : [];
      }),
      ...map.places.flatMap((place) => label(place)),
    ],
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

function shape(path: string, fill: string) {
  const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  const [xs, ys] = [points.map(([, x]) => Number(x)), points.map(([, , y]) => Number(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    type: 'custom',
    path,
    transformation: {
      offset: { left, top },
      width: Math.max(1, Math.max(...xs) - left),
      height: Math.max(1, Math.max(...ys) - top),
    },
    fill,
    line: { color: 'FFFFFF', width: 0.75 },
  } as const;
}

function label({ code, label: name, value, key }: MapBlock['places'][number]) {
  const at = WORDS_AT[code];
  if (!at) return [];
  const middle = at.anchor === 'middle';
  const colour = middle ? (FILLS[key]?.[1] ?? `#${INK}`).slice(1) : INK;
  const left = at.x - (at.anchor === 'start' ? 0 : middle ? LABEL.width / 2 : LABEL.width);
  const alignment = middle
    ? AlignmentType.CENTER
    : at.anchor === 'end'
      ? AlignmentType.RIGHT
      : AlignmentType.LEFT;
  return [
    {
      type: 'rectangle',
      transformation: { offset: { left, top: at.y - 18 }, ...LABEL },
      line: 'none',
      fill: 'none',
      textOptions: { margins: { top: 0, bottom: 0, left: 0, right: 0 } },
      children: [
        new Paragraph({
          style: 'TableText',
          alignment,
          children: [
            new TextRun({ text: name, bold: true, color: colour }),
            new TextRun({ text: value, break: 1, color: colour }),
          ],
        }),
      ],
    } as const,
  ];
}
