import { join, Markup, markup } from '../html/html.js';
import { FILLS } from '../report.colours.js';
import type { MapBlock } from '../report.document.js';
import { REGION_SHAPES } from './region.shapes.js';

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

const fillOf = (key: string): string => FILLS[key]?.[0] ?? '#ffffff';

/** The map as SVG that stands by itself: the States in the colour of their value, each with its name and the value. */
export const mapSvg = (map: MapBlock): string =>
  markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD.width} ${FIELD.height}" width="${FIELD.width}" height="${FIELD.height}" font-family="Source Sans 3" font-size="15">${mapShapes(map)}</svg>`
    .text;

/** What stands in the field. */
export const mapShapes = ({ places }: MapBlock): Markup =>
  join([
    ...REGION_SHAPES.around.map((path) => markup`<path d="${path}" fill="#eceff2"/>`),
    ...places.map(
      ({ code, key }) =>
        markup`<path d="${REGION_SHAPES.states[code] ?? ''}" fill="${fillOf(key)}" stroke="#ffffff" stroke-width="1" stroke-linejoin="round"/>`,
    ),
    ...places.map(({ code, label, value, key }) => {
      const at = WORDS_AT[code];
      if (!at) return new Markup('');
      const ink = at.anchor === 'middle' ? (FILLS[key]?.[1] ?? '#1c2430') : '#1c2430';
      return markup`<text x="${at.x}" y="${at.y}" text-anchor="${at.anchor}" font-weight="600" fill="${ink}">${label}</text><text x="${at.x}" y="${at.y + 18}" text-anchor="${at.anchor}" fill="${ink}">${value}</text>`;
    }),
  ]);
