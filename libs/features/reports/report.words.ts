import type { NoteReference } from './report.document.js';

/** What the forms of a report say themselves, beside the document. */
export const REPORT_WORDS = {
  contents: { en: 'Contents', es: 'Contenido' },
  skip: { en: 'Skip to the report', es: 'Saltar al informe' },
  table: { en: 'Table', es: 'Cuadro' },
  chart: { en: 'Chart', es: 'Gráfico' },
  page: { en: 'page', es: 'página' },
  annex: { en: 'Annex', es: 'Anexo' },
  ending: { en: 'About this report, and annexes', es: 'Sobre este informe y anexos' },
  source: { en: 'source', es: 'fuente' },
  window: { en: 'period', es: 'período' },
  lead: { en: 'Lead', es: 'Responsable' },
  partners: { en: 'With', es: 'Con' },
  evidence: { en: 'Evidence', es: 'Evidencia' },
  seeAlso: { en: 'See also facts', es: 'Véanse también los hechos' },
  alsoFor: { en: 'Also for', es: 'También para' },
  facts: { en: 'Facts and figures', es: 'Hechos y cifras' },
  midYear: { en: 'reported at mid-year', es: 'informado en el ciclo semestral' },
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

/** What each list of notes is of. */
export const NOTES = { sources: 'source', windows: 'window' } as const;

/** What a note is known by: sources by numbers, periods by letters. */
export const noteSign = ({ kind, number }: NoteReference): string =>
  `[${kind === 'source' ? number : letters(number)}]`;

/** The entry of its list that a note leads to. */
export const notePlace = ({ kind, number }: NoteReference): string => `${kind}-${number}`;

/** a, b … z, aa, ab … */
function letters(number: number): string {
  const before = Math.floor((number - 1) / 26);
  return `${before > 0 ? letters(before) : ''}${String.fromCharCode(97 + ((number - 1) % 26))}`;
}

/** A place's name as it may stand in `id` and after `#`. */
export const placeId = (place: string): string => place.replace(/[^\w.-]/g, '_');

/** Whether a report may link there: on the web, or a place of the tracker. */
export const isHarmless = (href: string): boolean => /^(https?:\/\/|\/(?![/\\]))/i.test(href);

/** A link as paper needs it: with its whole address, which is also its text where that is the address. */
export function addressed(
  link: { text: string; href: string },
  publicUrl: string,
): { text: string; href: string } {
  const { href } = new URL(link.href, publicUrl);
  return { href, text: link.text === link.href ? href : link.text };
}
