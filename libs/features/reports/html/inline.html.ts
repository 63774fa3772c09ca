import type { Lang } from '#platform/http';
import type { Inline, Line } from '../report.document.js';
import { html, join, Markup } from './html.js';
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
  made: { en: (hash: string) => `Made from the snapshot with SHA-256 ${hash}`, es: (hash: string) => `Elaborado a partir de la instantánea con SHA-256 ${hash}` },
} as const;

/** The address of an update in the tracker, from wherever the file is served. */
export const updateHref = (updateId: string): string => `/updates/${encodeURIComponent(updateId)}`;

/** A place's name as it may stand in `id` and after `#`. */
export const placeId = (place: string): string => place.replace(/[^\w.-]/g, '_');

export const lineHtml = (line: Line, lang: Lang): Markup => join(line.map((inline) => inlineHtml(inline, lang)));

export function inlineHtml(inline: Inline, lang: Lang): Markup {
  if (typeof inline === 'string') return html`${inline}`;
  switch (inline.kind) {
    case 'code':
      return html`<span class="code">${inline.text}</span>`;
    case 'strong':
      return html`<strong>${inline.text}</strong>`;
    case 'said':
      return html`<span lang="${inline.lang}">${inline.text}</span>`;
    case 'prose':
      return inline.lang === lang ? markdownLine(inline.markdown) : html`<span lang="${inline.lang}">${markdownLine(inline.markdown)}</span>`;
    case 'link':
      return html`<a href="${/^https?:\/\//i.test(inline.href) ? inline.href : '#'}" rel="noreferrer">${inline.text}</a>`;
    case 'update':
      return html`<a class="trace" href="${updateHref(inline.updateId)}">${inline.text}</a>`;
    case 'place':
      return html`<a${/^[\w-]{1,12}$/.test(inline.text) ? html` class="code"` : null} href="#${placeId(inline.to)}">${inline.text}</a>`;
    case 'badge':
      return html`<span class="badge ${inline.group}-${inline.key}">${inline.text}</span>`;
    case 'mark':
      return html`<span class="mark">${inline.text}</span>`;
    case 'source':
      return html`<sup class="source"><a href="#source-${inline.number}" aria-label="${PAGE_WORDS.source[lang]} ${inline.number}">[${inline.number}]</a></sup>`;
  }
}

/** The mark for a table, chart or number that rests on values which the sources do not state. */
export const markHtml = (illustrative: boolean, lang: Lang): Markup => html`${illustrative ? html` <span class="mark">${PAGE_WORDS.illustrative[lang]}</span>` : null}`;

/** A text with its language where that is not the document's. */
export const inLang = (markup: Markup, own: Lang, lang: Lang): Markup => (own === lang ? markup : html`<div lang="${own}">${markup}</div>`);
