import type { Lang } from '#platform/http';
import type { Inline, Line } from '../report.document.js';
import { isHarmless, notePlace, noteSign, placeId, REPORT_WORDS, updateHref } from '../report.words.js';
import { join, type Markup, markup } from './html.js';
import { markdownLine } from './markdown.html.js';

export const lineHtml = (line: Line, lang: Lang): Markup =>
  join(line.map((inline) => inlineHtml(inline, lang)));

export function inlineHtml(inline: Inline, lang: Lang): Markup {
  if (typeof inline === 'string') return markup`${inline}`;
  switch (inline.kind) {
    case 'code':
      return markup`<span class="code">${inline.text}</span>`;
    case 'strong':
      return markup`<strong>${inline.text}</strong>`;
    case 'said':
      return markup`<span lang="${inline.lang}">${inline.text}</span>`;
    case 'prose':
      return inline.lang === lang
        ? markdownLine(inline.markdown)
        : markup`<span lang="${inline.lang}">${markdownLine(inline.markdown)}</span>`;
    case 'link':
      return markup`<a href="${isHarmless(inline.href) ? inline.href : '#'}"${inline.lang && inline.lang !== lang ? markup` lang="${inline.lang}"` : null} rel="noreferrer" target="_top">${inline.text}</a>`;
    case 'update':
      return markup`<a class="trace" target="_top" href="${updateHref(inline.updateId)}">${inline.text}</a>`;
    case 'place':
      return markup`<a${/^[\w-]{1,12}$/.test(inline.text) ? markup` class="code"` : null} href="#${placeId(inline.to)}">${inline.text}</a>`;
    case 'badge':
      return markup`<span class="badge ${inline.group}-${inline.key}">${inline.text}</span>`;
    case 'mark':
      return markup`<span class="mark">${inline.text}</span>`;
    case 'source':
    case 'window': {
      const sign = noteSign(inline);
      return markup`<sup class="source"><a href="#${notePlace(inline)}" aria-label="${REPORT_WORDS[inline.kind][lang]} ${sign.slice(1, -1)}">${sign}</a></sup>`;
    }
  }
}

/** The mark for a table, chart or number that rests on values which the sources do not state. */
export const markHtml = (illustrative: boolean, lang: Lang): Markup =>
  markup`${illustrative ? markup` <span class="mark">${REPORT_WORDS.illustrative[lang]}</span>` : null}`;

/** A text with its language where that is not the document's. */
export const inLang = (content: Markup, own: Lang, lang: Lang): Markup =>
  own === lang ? content : markup`<div lang="${own}">${content}</div>`;
