import { ImageRun, Paragraph, TextRun } from 'docx';
import type { PhotoBlock } from '../report.document.js';
import { inlineWord, type WordContext } from './inline.word.js';
import { SOFT } from './word.styles.js';

/** Pixels of the place that a photo has at most. */
const PLACE = { width: 450, height: 300 };

/** A photo with its alternative text, its caption and credit below. */
export function photoWord(photo: PhotoBlock, context: WordContext): Paragraph[] {
  const scale = Math.min(1, PLACE.width / photo.width, PLACE.height / photo.height);
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
