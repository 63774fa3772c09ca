import { ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { PhotoBlock } from '../report.document.js';
import { inlineWord, type WordContext } from './inline.word.js';
import { columnsOf, NO_BORDER, ROWS_ONLY, type WordBlock } from './tables.word.js';
import { SOFT, TEXT_WIDTH } from './word.styles.js';

/** Pixels of the place that a photo has at most. */
const PLACE = { width: 450, height: 300 };
const SMALL_PLACE = { width: 230, height: 150 };

/** A photo with its alternative text, its caption and credit below. */
export function photoWord(photo: PhotoBlock, context: WordContext): Paragraph[] {
  const place = photo.beside ? SMALL_PLACE : PLACE;
  const scale = Math.min(1, place.width / photo.width, place.height / photo.height);
  const run = new ImageRun({
    type: 'jpg',
    data: Buffer.from(photo.picture ?? '', 'base64'),
    transformation: {
      width: Math.round(photo.width * scale),
      height: Math.round(photo.height * scale),
    },
    altText: { name: photo.credit, title: photo.credit, description: photo.alt },
  });
  return [
    new Paragraph({ keepNext: true, children: [run] }),
    new Paragraph({
      style: 'Caption',
      children: [
        ...(photo.caption === null ? [] : inlineWord(photo.caption, context)),
        new TextRun({ text: photo.credit, color: SOFT, ...(photo.caption === null ? {} : { break: 1 }) }),
      ],
    }),
  ];
}

/** A small photo on the left of what follows it, in a frame of two cells that no line shows. */
export function photoBesideWord(photo: Paragraph[], others: WordBlock[]): Table {
  const widths = columnsOf([42, 58]);
  const cell = (children: WordBlock[], i: number): TableCell =>
    new TableCell({ children, width: { size: widths[i] ?? 0, type: WidthType.DXA } });
  return new Table({
    rows: [new TableRow({ cantSplit: true, children: [photo, others].map(cell) })],
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: { ...ROWS_ONLY, bottom: NO_BORDER, insideHorizontal: NO_BORDER },
  });
}
