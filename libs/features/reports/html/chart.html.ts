import type { Lang } from '#platform/http';
import { type ChartDrawing, chartDrawing } from '../charts/drawing.js';
import type { ChartBlock } from '../report.document.js';
import { REPORT_WORDS, placeId } from '../report.words.js';
import { type Markup, markup } from './html.js';
import { markHtml } from './inline.html.js';

const WIDTH = 760;
const LABELS = 190;
const END = 96;
/** Pixels that a letter of what stands at a bar's end needs, and one of its label. */
const LETTER = 8;
const LABEL_LETTER = 7;
const BAR = 22;
const GAP = 9;
/** Pixels that a digit needs; a narrower segment shows no number, the table below has it. */
const DIGIT = 9;

/**
 * Stacked bars as SVG without script or style attributes: colours come from classes, so that the file's one style sheet is
 * all that its content security policy has to allow. All bars share one scale, and the table below says the same in words.
 */
export function chartHtml(chart: ChartBlock, table: Markup, lang: Lang): Markup {
  const id = placeId(chart.id);
  const { bars, legend } = chartDrawing(chart);
  const end = Math.max(END, ...bars.map(({ end: text }) => LETTER * (text.length + 1)));
  const labels = Math.max(LABELS, ...bars.map(({ label }) => LABEL_LETTER * label.length + 10));
  const field = WIDTH - labels - end;
  const height = bars.length * (BAR + GAP) + GAP;
  return markup`<figure class="chart" id="${id}">
<figcaption><span class="number">${REPORT_WORDS.chart[lang]} ${chart.number}.</span> ${chart.caption}${markHtml(chart.illustrative, lang)}</figcaption>
<ul class="legend" aria-hidden="true">${legend.map(({ key, label }) => markup`<li><span class="swatch ${key}"></span>${label}</li>`)}${chart.markLabel ? markup`<li><span class="mark-key"></span>${chart.markLabel}</li>` : null}</ul>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" preserveAspectRatio="xMinYMin meet">
<title id="${id}-title">${chart.caption}</title>
<desc id="${id}-desc">${chart.description}</desc>
${bars.map((bar, row) => barSvg(bar, GAP + row * (BAR + GAP), labels, field))}</svg>
${table}
</figure>`;
}

function barSvg(bar: ChartDrawing['bars'][number], y: number, labels: number, field: number): Markup {
  const middle = y + BAR / 2;
  const segments = bar.parts.map(({ key, from, share, text }) => {
    const [at, width] = [round(labels + from * field), round(share * field)];
    const fits = text.length * DIGIT <= width;
    return markup`<rect class="fill-${key}" x="${at}" y="${y}" width="${width}" height="${BAR}"/>${fits && text !== '' ? markup`<text class="on-${key}" x="${round(at + width / 2)}" y="${middle}" text-anchor="middle" dominant-baseline="central">${text}</text>` : null}`;
  });
  const mark = bar.mark === null ? null : round(labels + bar.mark * field);
  return markup`<g><text class="bar-label" x="${labels - 10}" y="${middle}" text-anchor="end" dominant-baseline="central">${bar.label}</text>${segments}${mark === null ? null : markup`<line class="mark-line" x1="${mark}" x2="${mark}" y1="${y - 3}" y2="${y + BAR + 3}"/>`}<text class="bar-end" x="${round(Math.max(labels + bar.until * field, mark ?? 0) + 8)}" y="${middle}" dominant-baseline="central">${bar.end}</text></g>
`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
