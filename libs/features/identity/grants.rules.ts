import type { RoleGrant } from '#platform/http';
import type { PresidencyTerm } from './state-facts.js';

/** An assignment with the instants between which it holds, in milliseconds since 1970; `to` is null without an end. */
export interface TimedGrant extends Required<RoleGrant> {
  from: number;
  to: number | null;
}

/** Assignments of a person that hold at `$instant` or later, as JSON. */
export const grantsJson = (userId: string, instant: string): string => `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
             'role', r.role, 'stateCode', r.state_code, 'institutionId', r.institution_id, 'teamKey', r.team_key,
             'from', extract(epoch FROM r.valid_from) * 1000, 'to', extract(epoch FROM r.valid_to) * 1000))
      FROM role_assignments r
     WHERE r.user_id = ${userId} AND (r.valid_to IS NULL OR r.valid_to > ${instant})
  ), '[]')`;

/**
 * The Presidency's powers are those of a State's term: whoever carries the role has them from the hand-over instant until
 * the next one, and no longer than their own assignment.
 */
export function withinTerms(grant: TimedGrant, terms: readonly PresidencyTerm[]): TimedGrant[] {
  return terms.flatMap((term) => {
    const from = Math.max(grant.from, term.from.getTime());
    const to = earliest(grant.to, term.to?.getTime() ?? null);
    return to === null || from < to ? [{ ...grant, from, to }] : [];
  });
}

/** What holds at an instant, without its times. */
export const grantsAt = (grants: readonly TimedGrant[], now: number): RoleGrant[] =>
  grants
    .filter(({ from, to }) => from <= now && (to === null || to > now))
    .map(({ role, stateCode, institutionId, teamKey }) =>
      Object.freeze({ role, stateCode, institutionId, teamKey }),
    );

/** Milliseconds until the next assignment begins or ends. */
export const untilChange = (grants: readonly TimedGrant[], now: number): number =>
  Math.min(
    ...grants
      .flatMap(({ from, to }) => [from, to ?? Infinity])
      .filter((at) => at > now)
      .map((at) => at - now),
    Infinity,
  );

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
