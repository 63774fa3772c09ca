import type { Lang } from '#platform/http';
import { mapDrawing } from '../charts/drawing.js';
import { FIELD, mapShapes } from '../charts/map.svg.js';
import type { MapBlock } from '../report.document.js';
import { placeId, REPORT_WORDS } from '../report.words.js';
import { type Markup, markup } from './html.js';

/** The map with its legend; the table below says the same in words. */
export function mapHtml(map: MapBlock, table: Markup, lang: Lang): Markup {
  const id = placeId(map.id);
  return markup`<figure class="chart" id="${id}">
<figcaption><span class="number">${REPORT_WORDS.chart[lang]} ${map.number}.</span> ${map.caption}</figcaption>
<ul class="legend" aria-hidden="true">${map.legend.map(({ key, label }) => markup`<li><span class="swatch ${key}"></span>${label}</li>`)}</ul>
<svg viewBox="0 0 ${FIELD.width} ${FIELD.height}" role="img" aria-labelledby="${id}-title ${id}-desc" preserveAspectRatio="xMinYMin meet">
<title id="${id}-title">${map.caption}</title>
<desc id="${id}-desc">${map.description}</desc>
${mapShapes(mapDrawing(map))}</svg>
${table}
</figure>`;
}
