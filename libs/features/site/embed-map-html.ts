import { type Markup, MAP_FIELD, MAP_WORDS_AT, markup, REGION_SHAPES } from '#features/reports';
import type { Bilingual } from '#platform/http';
import type { EmbedMap } from './embed-map.js';
import { type EmbedPage, figureOf, pageOf } from './embed-page.js';

/** From little to much, in steps of the same width. */
const STEPS = ['#d3e8f0', '#a5d0e0', '#74b7d0', '#2a8aae', '#0d5f7c'];
const GAP = 'url(#gap)';

const WORDS = {
  state: { en: 'State', es: 'Estado' },
  missing: { en: 'Not reported', es: 'No informado' },
  shapes: { en: 'Outlines: Natural Earth.', es: 'Contornos: Natural Earth.' },
} satisfies Record<string, Bilingual>;

const CSS = `
svg.map{display:block;width:100%;max-width:52rem;height:auto;margin:8px auto 0;overflow:visible}
.map a:hover path{stroke:#1c2b33;stroke-width:2.5}
.map a:focus{outline:none}.map a:focus-visible path{stroke:#8a3b00;stroke-width:4}
.map text{pointer-events:none}.code{display:none}
.legend svg{vertical-align:-1px;margin-right:5px}
.values{display:none;font-size:14px}.values li{display:flex;justify-content:space-between;gap:12px;border-bottom:1px solid #d9e0e4;padding:2px 0}
@media(max-width:560px){.name,.value,.map line{display:none}.code,.values{display:block}}
`;

/** The map as a page: each State leads to its own, and the same stands in a table. No cookie, nothing loaded. */
export function embedMapHtml(map: EmbedMap, siteUrl: string): EmbedPage {
  const { lang, title, states } = map;
  const drawing = markup`<svg class="map" viewBox="0 0 ${MAP_FIELD.width} ${MAP_FIELD.height}" role="group" aria-label="${title}">
<defs><pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#fff"/><rect width="4" height="8" fill="#b9c4cb"/></pattern></defs>
${REGION_SHAPES.around.map((path) => markup`<path d="${path}" fill="#eceff2"/>`)}
${states.map(
  ({ code, label, value, level, path }) =>
    markup`<a href="${siteUrl}/${lang}${path}" target="_blank" rel="noopener" aria-label="${label}: ${value}"><path d="${REGION_SHAPES.states[code] ?? ''}" fill="${fillOf(level)}" stroke="#4d5c65" stroke-linejoin="round"/></a>
`,
)}${states.map(wordsOf)}</svg>
<ul class="legend" aria-hidden="true">${STEPS.map((fill, i) => keyOf(fill, `${i * 20}–${(i + 1) * 20} %`))}${keyOf(GAP, WORDS.missing[lang])}</ul>
<ul class="values" aria-hidden="true">${states.map(({ code, label, value }) => markup`<li><span>${code} ${label}</span><span>${value}</span></li>`)}</ul>
<p class="soft">${WORDS.shapes[lang]}</p>`;
  return pageOf(lang, `${title} · MIRPS`, figureOf(map, drawing, tableOf(map), siteUrl), CSS);
}

const fillOf = (level: number | null): string =>
  level === null ? GAP : (STEPS[Math.min(STEPS.length - 1, Math.floor(level / 20))] ?? GAP);

const keyOf = (fill: string, label: string): Markup =>
  markup`<li><svg width="22" height="12"><rect width="22" height="12" fill="${fill}" stroke="#4d5c65"/></svg>${label}</li>`;

function wordsOf({ code, label, value }: EmbedMap['states'][number]): Markup | null {
  const at = MAP_WORDS_AT[code];
  if (!at) return null;
  return markup`<g aria-hidden="true" text-anchor="${at.anchor}" fill="#1c2b33" stroke="#fff" stroke-width="4" paint-order="stroke" stroke-linejoin="round"><text class="name" x="${at.x}" y="${at.y}" font-size="15">${label}</text><text class="value" x="${at.x}" y="${at.y + 19}" font-size="17" font-weight="700">${value}</text><text class="code" x="${at.x}" y="${at.y + 8}" font-size="34" font-weight="700">${code}</text></g>`;
}

const tableOf = ({ lang, title, states }: EmbedMap): Markup =>
  markup`<table><thead><tr><th scope="col">${WORDS.state[lang]}</th><th scope="col">${title}</th></tr></thead>
<tbody>${states.map(({ label, value }) => markup`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`;
