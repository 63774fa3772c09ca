import type { Bilingual } from '#platform/http';

/** How far a section is: nobody wrote it yet, somebody writes, it came back with a note, it lies with the Secretariat, it is done. */
export const SECTION_STATES = ['missing', 'draft', 'returned', 'in_review', 'final'] as const;
export type SectionState = (typeof SECTION_STATES)[number];

/** Who answers for a section. */
export const DESKS = ['secretariat', 'presidency', 'state', 'team'] as const;
export type Desk = (typeof DESKS)[number];

/** Which languages a section has text in. */
export const LANGUAGE_STATES = ['none', 'en_only', 'es_only', 'both'] as const;
export type LanguageState = (typeof LANGUAGE_STATES)[number];

/** Put together and to be approved, or before everybody's eyes. */
export const EDITION_STATES = ['preparing', 'published'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** What is done for a file one after the other: charts and map are laid out, the report is put together, documents are made of it. */
export const FILE_STEPS = ['charts', 'sections', 'documents'] as const;
export type FileStep = (typeof FILE_STEPS)[number];

/**
 * Why people read another file in the place of one: its edition was put together again before anybody outside read it, something in it was
 * taken back, or it was made again in a newer form.
 */
export const REPLACED = ['draft', 'taken_back', 'remade'] as const;
export type Replaced = (typeof REPLACED)[number];

/** What the checks of a text say. */
export const PROBLEM_KINDS = ['unresolved', 'untranslated', 'contradiction', 'literal', 'hidden'] as const;
/** What keeps a section from being final and a report from being published. */
export const BLOCKING_KINDS: readonly ProblemKind[] = ['unresolved', 'untranslated'];
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const SECTION: Bilingual = { en: 'section', es: 'la sección' };
export const EDITION: Bilingual = { en: 'edition', es: 'la edición' };
