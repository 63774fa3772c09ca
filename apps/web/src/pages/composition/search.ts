import type { Schemas } from '~/api/client';

export type SectionWord = Schemas['SectionRowDto']['state'];

/** In the order in which a section goes through them. */
export const SECTION_STATES: readonly SectionWord[] = ['missing', 'draft', 'returned', 'in_review', 'final'];

/** What the address says of the list of sections. */
export interface CompositionSearch {
  state?: SectionWord;
}

export const compositionSearchOf = (search: Record<string, unknown>): CompositionSearch => {
  const state = SECTION_STATES.find((word) => word === search['state']);
  return state ? { state } : {};
};
