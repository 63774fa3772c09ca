import type { Schemas } from '~/api/client';

export type SearchKind = Schemas['SearchHitDto']['kind'];

/** Every kind of thing that can be found, and whether the public site has pages of it. */
export const PUBLIC_PAGES: Readonly<Record<SearchKind, boolean>> = {
  commitment: true,
  update: true,
  fact: true,
  pledge: true,
  indicator: true,
  project: false,
  funding: false,
  team: false,
  team_update: false,
  mechanism: false,
  alliance: false,
  story: true,
  partner: false,
  regional: false,
  institution: false,
};

export interface SearchSearch {
  q?: string;
  kind?: SearchKind;
  state?: string;
  year?: string;
}

export function searchSearchOf({ q, kind, state, year }: Record<string, unknown>): SearchSearch {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) : '';
  return {
    ...(words ? { q: words } : {}),
    ...(isKind(kind) ? { kind } : {}),
    ...(typeof state === 'string' && /^[A-Z]{2}$/.test(state) ? { state } : {}),
    ...(/^20\d\d$/.test(String(year)) ? { year: String(year) } : {}),
  };
}

const isKind = (word: unknown): word is SearchKind =>
  typeof word === 'string' && Object.hasOwn(PUBLIC_PAGES, word);

/** Fewer letters find everything. */
export const LEAST_LETTERS = 2;
