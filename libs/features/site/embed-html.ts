import { type Markup, markup } from '#features/reports';
import type { EmbedChart } from './embed-chart.js';
import { type EmbedPage, figureOf, pageOf } from './embed-page.js';

const CSS = `
.bars li{display:grid;grid-template-columns:minmax(84px,24%) 1fr 76px;gap:10px;align-items:center;padding:3px 0}
.bar{position:relative;display:flex;height:18px;min-width:0}
.bar b{display:block;border:1px solid #4d5c65;border-left-width:0;min-width:2px}
.bar b:first-child{border-left-width:1px}
.bar u{display:block}
.bar s{position:absolute;top:-3px;bottom:-3px;width:0;border-left:3px solid #1c2b33;outline:1px solid #fff}
.legend i.target{width:0;height:14px;border:0;border-left:3px solid #1c2b33;margin:0 10px 0 5px;vertical-align:-2px}
.end{font-variant-numeric:tabular-nums;font-size:13px;white-space:nowrap}
.not_started{background:#b9c4cb}.planning{background:repeating-linear-gradient(90deg,#7fa9bb 0 4px,#a5c4d1 4px 6px)}
.in_progress,.value{background:#1f7f9f}.fulfilled{background:repeating-linear-gradient(45deg,#2a8a59 0 4px,#5aa87f 4px 6px)}
.discontinued{background:#8a8f94}.missing{background:repeating-linear-gradient(-45deg,#fff 0 4px,#b9c4cb 4px 5px)}
@media(max-width:420px){.bars li{grid-template-columns:1fr 64px}.bars .label{grid-column:1/3;margin-bottom:-4px}}
`;

/** A chart as a page: bars for the eyes, the same as a table, and where it is from. No cookie, nothing loaded. */
export function embedHtml(chart: EmbedChart, siteUrl: string): EmbedPage {
  const { lang, title, rows, series, bars, markLabel } = chart;
  const widest = Math.max(1, ...bars.map(({ values, mark }) => Math.max(sum(values), mark?.value ?? 0)));
  const used = series.map((_, i) => bars.some(({ values }) => (values[i] ?? 0) > 0));
  const drawing = markup`${series.length > 1 || markLabel ? markup`<ul class="legend" aria-hidden="true">${series.map(({ key, label }, i) => (used[i] ? markup`<li><i class="${key}"></i>${label}</li>` : null))}${markLabel ? markup`<li><i class="target"></i>${markLabel}</li>` : null}</ul>` : null}
<ul class="bars" aria-hidden="true">${bars.map((bar) => barHtml(bar, series, widest))}</ul>`;
  const content = figureOf(chart, drawing, tableHtml(chart, rows), siteUrl);
  return pageOf(lang, `${title} · MIRPS`, content, CSS + widths(bars, widest));
}

function barHtml(bar: EmbedChart['bars'][number], series: EmbedChart['series'], widest: number): Markup {
  const left = widest - sum(bar.values);
  return markup`<li><span class="label">${bar.label}</span><span class="bar">${bar.values.map((value, i) =>
    value > 0 ? markup`<b class="${series[i]?.key ?? ''} ${widthClass(value)}"></b>` : null,
  )}${left > 0 ? markup`<u class="${widthClass(left)}"></u>` : null}${bar.mark ? markup`<s class="${placeClass(bar.mark.value)}"></s>` : null}</span><span class="end">${bar.end}</span></li>
`;
}

function tableHtml({ series, bars, markLabel }: EmbedChart, rows: string): Markup {
  return markup`<table><thead><tr><th scope="col">${rows}</th>${series.map(({ label }) => markup`<th scope="col">${label}</th>`)}${markLabel ? markup`<th scope="col">${markLabel}</th>` : null}</tr></thead>
<tbody>${bars.map(({ label, values, mark }) => markup`<tr><th scope="row">${label}</th>${values.map((value) => markup`<td>${value}</td>`)}${markLabel ? markup`<td>${mark?.text ?? '–'}</td>` : null}</tr>`)}</tbody></table>`;
}

/** The policy allows no style attributes, so each width that occurs is a class. */
const widthClass = (value: number): string => `w${String(value).replace(/\W/g, '_')}`;

const placeClass = (value: number): string => `m${String(value).replace(/\W/g, '_')}`;

function widths(bars: EmbedChart['bars'], widest: number): string {
  const values = new Set(bars.flatMap((bar) => [...bar.values, widest - sum(bar.values)]));
  return [...values]
    .filter((value) => value > 0)
    .sort((a, b) => a - b)
    .map((value) => `.${widthClass(value)}{flex:${value} 1 0}`)
    .concat(
      bars.flatMap(({ mark }) =>
        mark ? [`.${placeClass(mark.value)}{left:${(100 * mark.value) / widest}%}`] : [],
      ),
    )
    .join('');
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
