import type { Lang } from '#platform/http';

/** Pages that lie right behind the language, in the order of the menu. */
export const LISTS = [
  'region',
  'pledges',
  'indicators',
  'stories',
  'reports',
  'data',
  'glossary',
  'search',
  'verify',
] as const;

/** Pages that everybody may open; `id` and `code` name one thing. */
export type SiteAddress =
  | { kind: 'start' }
  | { kind: (typeof LISTS)[number] }
  | { kind: 'state'; code: string }
  | { kind: 'commitment' | 'update'; id: string }
  | { kind: 'pledge' | 'indicator' | 'story' | 'report'; id: string }
  /** Of a report: the cycle and which one of it, `2024-annual/1`. */
  | { kind: 'edition'; place: string }
  /** Of a short paper: the cycle and which one of it, `2024-annual/state-mx`. */
  | { kind: 'paper'; place: string };

const ONE = { pledges: 'pledge', indicators: 'indicator', stories: 'story', reports: 'report' } as const;
const PAGES = new Set<string>(LISTS);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cycle and a number. */
const EDITION = /^\d{4}-[a-z_-]{1,20}\/[1-9]\d{0,3}$/;

/** A cycle and what is told of it, as in the names of files. */
const PAPER = /^\d{4}-[a-z_-]{1,20}\/(mid-year|pledges|state-[a-z]{2}|(team|area)-[a-z0-9][a-z0-9_-]{0,59})$/;

/** The language that stands first in an address; undefined outside of the public site. */
export const langOfPath = (path: string): Lang | undefined =>
  /^\/(en|es)(?=\/|$)/.exec(path)?.[1] as Lang | undefined;

/** An address without its language. */
export const withoutLang = (path: string): string => path.replace(/^\/(en|es)(?=\/|$)/, '') || '/';

/** Which page of the site lies at an address without language; undefined: none does. */
export function siteAddress(path: string): SiteAddress | undefined {
  const [page, thing, ...more] = path.split('/').filter((part) => part !== '');
  if (page === undefined) return { kind: 'start' };
  if (more.length > 0) return page === 'reports' ? ofCycle(`${thing}/${more.join('/')}`) : undefined;
  if (thing === undefined) return PAGES.has(page) ? ({ kind: page } as SiteAddress) : undefined;
  if (page === 'states') return /^[A-Z]{2}$/.test(thing) ? { kind: 'state', code: thing } : undefined;
  if (!ID.test(thing)) return undefined;
  if (page === 'commitments') return { kind: 'commitment', id: thing };
  if (page === 'updates') return { kind: 'update', id: thing };
  return Object.hasOwn(ONE, page) ? { kind: ONE[page as keyof typeof ONE], id: thing } : undefined;
}

/** What was published of one cycle: an edition of its report, or a short paper. */
function ofCycle(place: string): SiteAddress | undefined {
  if (EDITION.test(place)) return { kind: 'edition', place };
  return PAPER.test(place) ? { kind: 'paper', place } : undefined;
}
