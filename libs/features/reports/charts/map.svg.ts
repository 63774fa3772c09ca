import { join, type Markup, markup } from '../html/html.js';
import type { MapDrawing } from './drawing.js';

/** The field that the shapes are drawn in. */
export const FIELD = { width: 800, height: 480 };

/** Where the words of each State find room; of the small ones at sea. */
export const WORDS_AT: Record<string, { x: number; y: number; anchor: 'start' | 'middle' | 'end' }> = {
  MX: { x: 317, y: 165, anchor: 'middle' },
  BZ: { x: 640, y: 262, anchor: 'start' },
  GT: { x: 450, y: 372, anchor: 'end' },
  SV: { x: 500, y: 424, anchor: 'end' },
  HN: { x: 668, y: 318, anchor: 'start' },
  CR: { x: 590, y: 462, anchor: 'end' },
  PA: { x: 690, y: 400, anchor: 'start' },
};

/** The map as SVG that stands by itself: the States in the colour of their value, each with its name and the value. */
export const mapSvg = (map: MapDrawing): string =>
  markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD.width} ${FIELD.height}" width="${FIELD.width}" height="${FIELD.height}" font-family="Source Sans 3" font-size="15">${mapShapes(map)}</svg>`
    .text;

/** What stands in the field. */
export const mapShapes = ({ around, states, words }: MapDrawing): Markup =>
  join([
    ...around.map(({ path, fill }) => markup`<path d="${path}" fill="${fill}"/>`),
    ...states.map(
      ({ path, fill }) =>
        markup`<path d="${path}" fill="${fill}" stroke="#ffffff" stroke-width="1" stroke-linejoin="round"/>`,
    ),
    ...words.map(
      ({ x, y, anchor, ink, name, value }) =>
        markup`<text x="${x}" y="${y}" text-anchor="${anchor}" font-weight="600" fill="${ink}">${name}</text><text x="${x}" y="${y + 18}" text-anchor="${anchor}" fill="${ink}">${value}</text>`,
    ),
  ]);
