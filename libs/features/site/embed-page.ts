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
};

/** Tells the page around how high it is, so that the frame can grow. */
const SCRIPT = `const tell=()=>parent.postMessage({type:'mirps-embed',height:Math.ceil(document.documentElement.getBoundingClientRect().height)},'*');new ResizeObserver(tell).observe(document.documentElement)`;

const CSS = `
*{box-sizing:border-box}
body{margin:0;padding:12px 14px;color:#1c2b33;background:#fff;font:15px/1.4 "Segoe UI",system-ui,Roboto,"Noto Sans","Liberation Sans",sans-serif}
h1{font-size:17px;line-height:1.25;margin:0}
figure{margin:0}
p{margin:4px 0}
.soft,.source{color:#4d5c65;font-size:13px}
a{color:#0d5f7c}
ul{list-style:none;margin:8px 0;padding:0}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:13px}
.legend i{display:inline-block;width:14px;height:10px;margin-right:5px;border:1px solid #4d5c65}
details{margin:8px 0}summary{cursor:pointer;color:#0d5f7c}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13px;margin-top:6px}
th,td{border:1px solid #d9e0e4;padding:3px 7px;text-align:right}th:first-child{text-align:left}
`;

/** A drawing with its title, what it says, the same as a table, and where it is from. */
export function figureOf(
  { lang, title, summary, source }: Pick<EmbedChart, 'lang' | 'title' | 'summary' | 'source'>,
  drawing: Markup,
  table: Markup,
  siteUrl: string,
): Markup {
  return markup`<figure>
<figcaption><h1>${title}</h1><p class="soft">${summary}</p></figcaption>
${drawing}
<details><summary>${WORDS.table[lang]}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}">${table}</div></details>
</figure>
<p class="source">${WORDS.source[lang]}: <a href="${siteUrl}/${lang}${source.path}" target="_blank" rel="noopener" title="${WORDS.more[lang]}">${source.text}</a></p>`;
}

/** What a frame shows where there is no chart, or none that is public. */
export const missingEmbed = (lang: Lang): EmbedPage =>
  pageOf(lang, 'MIRPS', markup`<p>${WORDS.missing[lang]}</p>`);

/** A page with the common look; more of it in `css`. */
export function pageOf(lang: Lang, title: string, content: Markup, css = ''): EmbedPage {
  const look = CSS + css;
  const html = markup`<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>
<style>`.text.concat(
    look,
    markup`</style></head>
<body><main>${content}</main><script>`.text,
    SCRIPT,
    '</script></body>\n</html>\n',
  );
  return {
    html,
    policy: documentPolicy(
      hashSource(look),
      `script-src ${hashSource(SCRIPT)}`,
      "form-action 'none'",
      'frame-ancestors *',
    ),
  };
}
