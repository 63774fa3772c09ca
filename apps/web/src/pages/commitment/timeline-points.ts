import type { Cycle } from '~/api/reference';
import type { CommitmentVersion, UpdateInTime } from './queries';

/** What happened to a commitment, each with the day by which it takes its place. */
export type Point = { day: string } & (
  | { kind: 'update'; update: UpdateInTime }
  | { kind: 'plan'; version: CommitmentVersion }
  /** A cycle that nothing was reported for; the value of an earlier one stands in. */
  | { kind: 'carried'; cycle: Cycle; from: UpdateInTime }
);

const DONE: readonly Cycle['state'][] = ['endorsed', 'published'];
const APPROVED: readonly UpdateInTime['reviewState'][] = ['approved', 'published'];

/** Updates, plan versions and cycles without a report, the newest first. @param updates the newest first */
export function pointsOf(updates: UpdateInTime[], versions: CommitmentVersion[], cycles: Cycle[]): Point[] {
  const carried = cycles
    .filter(({ key, state }) => DONE.includes(state) && !updates.some(({ cycleKey }) => cycleKey === key))
    .flatMap((cycle): Point[] => {
      const from = updates.find(
        ({ periodEnd, reviewState }) => periodEnd < cycle.factsTo && APPROVED.includes(reviewState),
      );
      return from ? [{ day: cycle.factsTo, kind: 'carried', cycle, from }] : [];
    });
  const plans = versions.flatMap((version): Point[] =>
    version.adoptedOn ? [{ day: version.adoptedOn, kind: 'plan', version }] : [],
  );
  const said = updates.map((update): Point => ({ day: update.periodEnd, kind: 'update', update }));
  return [...said, ...carried, ...plans].sort((a, b) => b.day.localeCompare(a.day));
}
