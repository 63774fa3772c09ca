import { FILLS, type Markup, markup } from '#features/reports';
import type { LinkCard } from './link-card.js';
import { linesOf, shortened, widthOf } from './text-fit.js';

/** Of a picture, as networks ask for it. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** Grows with every change of the drawing, so that networks ask for the picture again. */
export const CARD_DRAWING = 2;

const EDGE = 60;
const FIELD = CARD_SIZE.width - 2 * EDGE;
const TITLE = 54;
const WORDS = 36;
const MOST_BARS = 9;
const COLOURS = { ink: '#1c2b33', soft: '#4d5c65', brand: '#0d5f7c', accent: '#eeb45e', line: '#d9e0e4' };

/** Fills of the vocabulary's words, as in reports; the plain value of a series, and what nobody told. */
const fillOf = (key: string): string => {
  if (key === 'missing') return '#ffffff';
  return (FILLS[`stage-${key}`] ?? FILLS['measure-now'])?.[0] ?? COLOURS.brand;
};

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A card as SVG: what and when, the main numbers, the chart, and where it is from. */
export function cardSvg(card: LinkCard): string {
  const title = linesOf(card.title, TITLE, FIELD, 2);
  const top = 128 + title.length * 62;
  const chart = { x: card.figures.length > 0 ? 370 : EDGE, y: top + 18, width: 0, height: 548 - top - 18 };
  chart.width = CARD_SIZE.width - EDGE - chart.x;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}" font-family="Source Sans 3" fill="${COLOURS.ink}">
<rect width="100%" height="100%" fill="#ffffff"/><rect width="100%" height="12" fill="${COLOURS.brand}"/>
<svg x="${EDGE}" y="42" width="46" height="46" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${COLOURS.brand}"/><path d="M7 23V10l9 8 9-8v13" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>
${written('MIRPS', { x: EDGE + 60, y: 76, size: 30, weight: 700, fill: COLOURS.brand })}
${written(shortened(card.over, 26, FIELD - 180), { x: EDGE + 166, y: 76, size: 26, fill: COLOURS.soft })}
<g font-family="Source Serif 4">${title.map((line, i) => written(line, { x: EDGE, y: 154 + i * 62, size: TITLE, weight: 600 }))}</g>
${card.figures.map((figure, i) => figureOf(figure, top + 62 + i * 106))}
${card.chart ? chartOf(card.chart, chart) : wordsOf(card.words ?? '', chart)}
<rect y="566" width="100%" height="64" fill="${COLOURS.brand}"/><rect y="622" width="100%" height="8" fill="${COLOURS.accent}"/>
${written(shortened(card.source, 24, FIELD), { x: EDGE, y: 603, size: 24, fill: '#ffffff' })}
</svg>`.text;
}

interface Type {
  x: number;
  y: number;
  size: number;
  weight?: number;
  fill?: string;
}

const written = (text: string, { x, y, size, weight = 400, fill = COLOURS.ink }: Type): Markup =>
  markup`<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${text}</text>`;

const figureOf = ({ value, label }: LinkCard['figures'][number], y: number): Markup =>
  markup`${written(shortened(value, 52, 300), { x: EDGE, y, size: 52, weight: 700, fill: COLOURS.brand })}${written(shortened(label, 23, 300), { x: EDGE, y: y + 30, size: 23, fill: COLOURS.soft })}`;

function wordsOf(words: string, { x, y, width, height }: Place): Markup {
  const lines = linesOf(words, WORDS, width, Math.floor(height / (WORDS * 1.4)));
  return markup`${lines.map((line, i) => written(line, { x, y: y + (i + 1) * WORDS * 1.4, size: WORDS }))}`;
}

function chartOf({ series, bars, markLabel }: LinkChart, place: Place): Markup {
  const shown = bars.slice(0, MOST_BARS);
  // Where every series has its own bar, the bars say what they are.
  const legend = markLabel !== undefined || (series.length > 1 && shown[0]?.label !== series[0]?.label);
  const head = legend ? 34 : 0;
  const step = Math.min(44, (place.height - head) / Math.max(1, shown.length));
  const widest = (of: (bar: (typeof bars)[number]) => string): number =>
    Math.max(0, ...shown.map((bar) => widthOf(of(bar), 22)));
  const label = Math.min(
    place.width * 0.34,
    widest((bar) => bar.label),
  );
  const end = Math.min(
    place.width * 0.2,
    widest((bar) => bar.end),
  );
  const field = { x: place.x + label + 14, width: place.width - label - end - 28 };
  const scale =
    field.width / Math.max(1, ...shown.map(({ values, mark }) => Math.max(sum(values), mark?.value ?? 0)));
  return markup`${legend ? legendOf(series, shown, place, markLabel) : null}${shown.map((bar, i) => {
    const y = place.y + head + i * step;
    const middle = y + step / 2 + 7;
    let x = field.x;
    return markup`${written(shortened(bar.label, 22, label), { x: place.x, y: middle, size: 22 })}${bar.values.map(
      (value, at) => {
        if (value <= 0) return null;
        const from = x;
        x += value * scale;
        return markup`<rect x="${from}" y="${y + step * 0.16}" width="${value * scale}" height="${step * 0.68}" fill="${fillOf(series[at]?.key ?? '')}" stroke="${COLOURS.soft}" stroke-width="1"/>`;
      },
    )}${bar.mark ? lineAt(field.x + bar.mark.value * scale, y + step * 0.06, step * 0.88) : null}${written(shortened(bar.end, 22, end + 1), { x: field.x + field.width + 14, y: middle, size: 22, weight: 600 })}`;
  })}`;
}

function legendOf(
  series: LinkChart['series'],
  bars: LinkChart['bars'],
  { x, y, width }: Place,
  markLabel?: string,
): Markup {
  let at = x;
  return markup`${series.map(({ key, label }, i) => {
    const needed = 40 + widthOf(label, 19);
    if (!bars.some(({ values }) => (values[i] ?? 0) > 0) || at + needed > x + width) return null;
    const from = at;
    at += needed;
    return markup`<rect x="${from}" y="${y}" width="16" height="16" fill="${fillOf(key)}" stroke="${COLOURS.soft}"/>${written(label, { x: from + 22, y: y + 14, size: 19, fill: COLOURS.soft })}`;
  })}${markLabel === undefined ? null : markup`${lineAt(at + 8, y - 2, 20)}${written(markLabel, { x: at + 22, y: y + 14, size: 19, fill: COLOURS.soft })}`}`;
}

/** A target. */
const lineAt = (x: number, y: number, height: number): Markup =>
  markup`<rect x="${x - 2}" y="${y}" width="4" height="${height}" fill="${COLOURS.ink}" stroke="#ffffff"/>`;

type LinkChart = NonNullable<LinkCard['chart']>;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
