import type { Lang } from '~/i18n';
import type { Kind } from './kinds';
import type { Report } from './queries';

/** Papers with an address of their own; annual reports have editions. */
const PAPERS: readonly Kind[] = ['mid_year', 'state', 'team', 'area', 'pledges'];

type Named = Pick<Report, 'kind' | 'subject'>;

/** Which one of its cycle it is, as its address says: `state-mx`. */
export const whichOf = ({ kind, subject }: Named): string =>
  [kind.replace('_', '-'), subject?.toLowerCase()].filter(Boolean).join('-');

/** Which kind an address means; undefined: none. @param which `state-mx` */
export const kindOf = (which: string): Kind | undefined =>
  PAPERS.find((kind) => which.startsWith(whichOf({ kind, subject: null })));

/** The one to read in a language: a finished one before others, then that of the newest snapshot. @param made newest first */
export const readableIn = (made: readonly Report[], lang: Lang): Report | undefined =>
  made
    .filter((report) => report.lang === lang && report.format === 'html')
    .toSorted((a, b) => rank(b) - rank(a) || b.snapshotNumber - a.snapshotNumber)[0];

/** The newest to read at each address. @param made newest first */
export function papersOf(made: readonly Report[]): Report[] {
  const places = Map.groupBy(
    made.filter(
      ({ kind, format, state, again }) =>
        PAPERS.includes(kind) && format === 'html' && (state === 'done' || again),
    ),
    (paper) => `${paper.cycleKey}/${whichOf(paper)}`,
  );
  return [...places.values()]
    .flatMap(([newest]) => newest ?? [])
    .toSorted(
      (a, b) =>
        b.cycleKey.localeCompare(a.cycleKey) ||
        PAPERS.indexOf(a.kind) - PAPERS.indexOf(b.kind) ||
        whichOf(a).localeCompare(whichOf(b)),
    );
}

const rank = ({ state }: Report): number => Number(state === 'done');

/** The files beside one to read: finished, of the same snapshot, one of each language and format. @param made newest first */
export const filesBeside = (made: readonly Report[], { snapshotId }: Report): Report[] => {
  const newest = new Map<string, Report>();
  for (const report of made.filter((each) => each.snapshotId === snapshotId && each.state === 'done')) {
    const what = `${report.lang} ${report.format}`;
    if (!newest.has(what)) newest.set(what, report);
  }
  return [...newest.values()];
};
