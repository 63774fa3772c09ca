/** What can be found, in the order of the API's own list. */
export const SEARCH_KINDS = [
  'commitment',
  'update',
  'fact',
  'pledge',
  'indicator',
  'project',
  'funding',
  'team',
  'mechanism',
  'alliance',
  'story',
  'partner',
  'regional',
  'institution',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchSearch {
  q?: string;
  kind?: SearchKind;
  state?: string;
  year?: string;
}

export function searchSearchOf({ q, kind, state, year }: Record<string, unknown>): SearchSearch {
  const known = SEARCH_KINDS.find((word) => word === kind);
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) : '';
  return {
    ...(words ? { q: words } : {}),
    ...(known ? { kind: known } : {}),
    ...(typeof state === 'string' && /^[A-Z]{2}$/.test(state) ? { state } : {}),
    ...(/^20\d\d$/.test(String(year)) ? { year: String(year) } : {}),
  };
}

/** Fewer letters find everything. */
export const LEAST_LETTERS = 2;
