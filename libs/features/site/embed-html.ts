import { type Markup, markup } from '#features/reports';
import { documentPolicy, hashSource, type Lang } from '#platform/http';
import type { EmbedChart } from './embed-chart.js';

/** A page of its own for a frame on another site, and what that page may do. */
export interface EmbedPage {
  html: string;
  policy: string;
}

const WORDS = {
  source: { en: 'Source', es: 'Fuente' },
  table: { en: 'Show the numbers', es: 'Ver los números' },
  missing: { en: 'There is nothing to show here.', es: 'Aquí no hay nada que mostrar.' },
  more: { en: 'opens the MIRPS site', es: 'abre el sitio del MIRPS' },
  answered: { en: 'Reported', es: 'Informado' },
};

/** Tells the page around how high it is, so that the frame can grow. */
const SCRIPT = `const tell=()=>parent.postMessage({type:'mirps-embed',height:Math.ceil(document.documentElement.getBoundingClientRect().height)},'*');new ResizeObserver(tell).observe(document.documentElement)`;

const CSS = `
*{box-sizing:border-box}
body{margin:0;padding:12px 14px;color:#1c2b33;background:#fff;font:15px/1.4 "Segoe UI",system-ui,Roboto,"Noto Sans","Liberation Sans",sans-serif}
h1{font-size:17px;line-height:1.25;margin:0}
p{margin:4px 0}
.soft,.source{color:#4d5c65;font-size:13px}
a{color:#0d5f7c}
ul{list-style:none;margin:8px 0;padding:0}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:13px}
.legend i{display:inline-block;width:14px;height:10px;margin-right:5px;border:1px solid #4d5c65}
.bars li{display:grid;grid-template-columns:minmax(84px,24%) 1fr 76px;gap:10px;align-items:center;padding:3px 0}
.bar{display:flex;height:18px;min-width:0}
.bar b{display:block;border:1px solid #4d5c65;border-left-width:0;min-width:2px}
.bar b:first-child{border-left-width:1px}
.bar u{display:block}
.end{font-variant-numeric:tabular-nums;font-size:13px;white-space:nowrap}
.not_started{background:#b9c4cb}.planning{background:repeating-linear-gradient(90deg,#7fa9bb 0 4px,#a5c4d1 4px 6px)}
.in_progress,.value{background:#1f7f9f}.fulfilled{background:repeating-linear-gradient(45deg,#2a8a59 0 4px,#5aa87f 4px 6px)}
.discontinued{background:#8a8f94}.missing{background:repeating-linear-gradient(-45deg,#fff 0 4px,#b9c4cb 4px 5px)}
details{margin:8px 0}summary{cursor:pointer;color:#0d5f7c}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13px;margin-top:6px}
th,td{border:1px solid #d9e0e4;padding:3px 7px;text-align:right}th:first-child{text-align:left}
@media(max-width:420px){.bars li{grid-template-columns:1fr 64px}.bars .label{grid-column:1/3;margin-bottom:-4px}}
`;

/** A chart as a page: bars for the eyes, the same as a table, and where it is from. No cookie, nothing loaded. */
export function embedHtml(chart: EmbedChart, siteUrl: string): EmbedPage {
  const { lang, title, summary, rows, series, bars, source } = chart;
  const widest = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const used = series.map((_, i) => bars.some(({ values }) => (values[i] ?? 0) > 0));
  const content = markup`<figure>
<figcaption><h1>${title}</h1><p class="soft">${summary}</p></figcaption>
${series.length > 1 ? markup`<ul class="legend" aria-hidden="true">${series.map(({ key, label }, i) => (used[i] ? markup`<li><i class="${key}"></i>${label}</li>` : null))}</ul>` : null}
<ul class="bars" aria-hidden="true">${bars.map((bar) => barHtml(bar, series, widest))}</ul>
<details><summary>${WORDS.table[lang]}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}">${tableHtml(chart, rows)}</div></details>
</figure>
<p class="source">${WORDS.source[lang]}: <a href="${siteUrl}/${lang}${source.path}" target="_blank" rel="noopener" title="${WORDS.more[lang]}">${source.text}</a></p>`;
  return pageOf(lang, `${title} · MIRPS`, content, CSS + widths(bars, widest));
}

/** What a frame shows where there is no chart, or none that is public. */
export const missingEmbed = (lang: Lang): EmbedPage =>
  pageOf(lang, 'MIRPS', markup`<p>${WORDS.missing[lang]}</p>`, CSS);

function pageOf(lang: Lang, title: string, content: Markup, css: string): EmbedPage {
  const html = markup`<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>
<style>`.text.concat(
    css,
    markup`</style></head>
<body><main>${content}</main><script>`.text,
    SCRIPT,
    '</script></body>\n</html>\n',
  );
  return {
    html,
    policy: documentPolicy(
      hashSource(css),
      `script-src ${hashSource(SCRIPT)}`,
      "form-action 'none'",
      'frame-ancestors *',
    ),
  };
}

function barHtml(bar: EmbedChart['bars'][number], series: EmbedChart['series'], widest: number): Markup {
  const left = widest - sum(bar.values);
  return markup`<li><span class="label">${bar.label}</span><span class="bar">${bar.values.map((value, i) =>
    value > 0 ? markup`<b class="${series[i]?.key ?? ''} ${widthClass(value)}"></b>` : null,
  )}${left > 0 ? markup`<u class="${widthClass(left)}"></u>` : null}</span><span class="end">${bar.end}</span></li>
`;
}

function tableHtml({ series, bars }: EmbedChart, rows: string): Markup {
  return markup`<table><thead><tr><th scope="col">${rows}</th>${series.map(({ label }) => markup`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${bars.map(({ label, values }) => markup`<tr><th scope="row">${label}</th>${values.map((value) => markup`<td>${value}</td>`)}</tr>`)}</tbody></table>`;
}

/** The policy allows no style attributes, so each width that occurs is a class. */
const widthClass = (value: number): string => `w${String(value).replace(/\W/g, '_')}`;

function widths(bars: EmbedChart['bars'], widest: number): string {
  const values = new Set(bars.flatMap((bar) => [...bar.values, widest - sum(bar.values)]));
  return [...values]
    .filter((value) => value > 0)
    .sort((a, b) => a - b)
    .map((value) => `.${widthClass(value)}{flex:${value} 1 0}`)
    .join('');
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
