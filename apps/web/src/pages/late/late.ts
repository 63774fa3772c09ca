import type { LateCommitment, ReminderRound } from './queries';
import type { Span } from './spans';

export const within = ({ daysLate }: LateCommitment, span: Span): boolean =>
  span === 'all' || daysLate > (span === 'late' ? 0 : -8);

/** Commitments without anybody who is reminded of them. */
export const isNobodys = ({ focalPoints, status }: LateCommitment): boolean =>
  status !== 'submitted' && focalPoints.length === 0;

/** What became of a round of reminders, by the worst of its mails. */
export function deliveryOf({ people, sent, failed }: ReminderRound): 'sent' | 'failed' | 'waiting' {
  if (failed > 0) return 'failed';
  return sent < people ? 'waiting' : 'sent';
}

/** The rounds that came to something, and when the newest of them did. */
export function remindedOf(reminders: ReminderRound[]): {
  times: number;
  last: string | null;
  failed: number;
} {
  const sent = reminders.filter((round) => round.sent > 0);
  return {
    times: sent.length,
    last: sent.at(-1)?.at ?? null,
    failed: reminders.filter((round) => deliveryOf(round) === 'failed').length,
  };
}

export interface LateState {
  code: string;
  open: number;
  late: number;
  /** Days of the one that is latest; 0 or less while nothing is. */
  most: number;
  /** Without anybody who is reminded. */
  nobodys: number;
  last: string | null;
  failed: number;
}

/** What is open of each State, the one with most that is late first. */
export function byState(items: LateCommitment[]): LateState[] {
  return [...Map.groupBy(items, ({ stateCode }) => stateCode)]
    .map(([code, mine]): LateState => {
      const reminded = mine.map(({ reminders }) => remindedOf(reminders));
      return {
        code,
        open: mine.length,
        late: mine.filter((item) => within(item, 'late')).length,
        most: Math.max(...mine.map(({ daysLate }) => daysLate)),
        nobodys: mine.filter(isNobodys).length,
        last:
          reminded
            .flatMap(({ last }) => last ?? [])
            .toSorted((a, b) => Date.parse(a) - Date.parse(b))
            .at(-1) ?? null,
        failed: reminded.reduce((sum, { failed }) => sum + failed, 0),
      };
    })
    .sort((a, b) => b.late - a.late || b.open - a.open);
}
