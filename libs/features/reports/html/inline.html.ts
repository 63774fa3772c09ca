import type { Lang } from '#platform/http';
import type { Inline, Line } from '../report.document.js';
import { join, type Markup, markup } from './html.js';
import { markdownLine } from './markdown.html.js';

/** What the HTML form says itself, beside the document. */
export const PAGE_WORDS = {
  contents: { en: 'Contents', es: 'Contenido' },
  skip: { en: 'Skip to the report', es: 'Saltar al informe' },
  table: { en: 'Table', es: 'Cuadro' },
  chart: { en: 'Chart', es: 'Gráfico' },
  annex: { en: 'Annex', es: 'Anexo' },
  source: { en: 'source', es: 'fuente' },
  lead: { en: 'Lead', es: 'Responsable' },
  partners: { en: 'With', es: 'Con' },
  evidence: { en: 'Evidence', es: 'Evidencia' },
  seeAlso: { en: 'See also facts', es: 'Véanse también los hechos' },
  alsoFor: { en: 'Also for', es: 'También para' },
  facts: { en: 'Facts and figures', es: 'Hechos y cifras' },
  midYear: { en: 'reported at mid-year', es: 'informado a medio año' },
  update: { en: 'update', es: 'actualización' },
  illustrative: { en: 'illustrative', es: 'ilustrativo' },
  note: { en: 'Note', es: 'Nota' },
  top: { en: 'Back to the contents', es: 'Volver al contenido' },
  made: {
    en: (hash: string) => `Made from the snapshot with SHA-256 ${hash}`,
    es: (hash: string) => `Elaborado a partir de la instantánea con SHA-256 ${hash}`,
  },
} as const;

/** The address of an update in the tracker. Links leave the frame in which the tracker shows a report. */
export const updateHref = (updateId: string): string => `/updates/${encodeURIComponent(updateId)}`;

/** A place's name as it may stand in `id` and after `#`. */
export const placeId = (place: string): string => place.replace(/[^\w.-]/g, '_');

/** On the web, or a place of the tracker. */
const HARMLESS = /^(https?:\/\/|\/(?![/\\]))/i;

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
      return markup`<a href="${HARMLESS.test(inline.href) ? inline.href : '#'}"${inline.lang && inline.lang !== lang ? markup` lang="${inline.lang}"` : null} rel="noreferrer" target="_top">${inline.text}</a>`;
    case 'update':
      return markup`<a class="trace" target="_top" href="${updateHref(inline.updateId)}">${inline.text}</a>`;
    case 'place':
      return markup`<a${/^[\w-]{1,12}$/.test(inline.text) ? markup` class="code"` : null} href="#${placeId(inline.to)}">${inline.text}</a>`;
    case 'badge':
      return markup`<span class="badge ${inline.group}-${inline.key}">${inline.text}</span>`;
    case 'mark':
      return markup`<span class="mark">${inline.text}</span>`;
    case 'source':
      return markup`<sup class="source"><a href="#source-${inline.number}" aria-label="${PAGE_WORDS.source[lang]} ${inline.number}">[${inline.number}]</a></sup>`;
  }
}

/** The mark for a table, chart or number that rests on values which the sources do not state. */
export const markHtml = (illustrative: boolean, lang: Lang): Markup =>
  markup`${illustrative ? markup` <span class="mark">${PAGE_WORDS.illustrative[lang]}</span>` : null}`;

/** A text with its language where that is not the document's. */
export const inLang = (content: Markup, own: Lang, lang: Lang): Markup =>
  own === lang ? content : markup`<div lang="${own}">${content}</div>`;
