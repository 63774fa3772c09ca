import type { Mechanism } from './queries';

export type PartKind = 'session' | 'agreement';

/** Sessions and agreements of a mechanism; an agreement names its session by place, from 1. */
export type Parts = Pick<Mechanism, 'sessions' | 'agreements'>;

export const partsOf = ({ sessions, agreements }: Mechanism): Parts => ({ sessions, agreements });

/** The list with the row at its place, or with one more. */
export const putAt = <T>(rows: readonly T[], place: number | null, row: T): T[] =>
  place === null ? [...rows, row] : rows.map((each, i) => (i === place ? row : each));

/** Without the row at that place; agreements of a session that goes stay, as agreed otherwise. */
export function withoutAt({ sessions, agreements }: Parts, kind: PartKind, place: number): Parts {
  if (kind === 'agreement') return { sessions, agreements: agreements.filter((_, i) => i !== place) };
  const gone = place + 1;
  const moved = (session: number | null | undefined): number | null =>
    session == null || session === gone ? null : session > gone ? session - 1 : session;
  return {
    sessions: sessions.filter((_, i) => i !== place),
    agreements: agreements.map((each) => ({ ...each, session: moved(each.session) })),
  };
}
