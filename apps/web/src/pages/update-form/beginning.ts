import type { Cycle } from '~/api/reference';
import type { UpdateSummary } from '~/pages/commitment/queries';

/** Of everything that was said about a commitment: its update in a cycle, and the last approved one of an earlier period. */
export function beginningOf(
  timeline: UpdateSummary[] | undefined,
  cycle: Cycle | undefined,
  cycleKey: string,
): { mine: UpdateSummary | undefined; before: UpdateSummary | undefined } {
  return {
    mine: timeline?.find((each) => each.cycleKey === cycleKey && each.isLatest),
    before: timeline?.find(
      (each) =>
        cycle !== undefined &&
        each.periodEnd < cycle.factsTo &&
        each.cycleKey !== cycleKey &&
        (each.reviewState === 'approved' || each.reviewState === 'published'),
    ),
  };
}
