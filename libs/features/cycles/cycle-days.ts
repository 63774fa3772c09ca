import { invalidFields } from '#platform/http';
import type { CycleDays } from './cycle.dto.js';
import { dateProblems } from './cycle.rules.js';

const DEFAULT_OFFSETS = [-30, -14, -7, -1, 0, 3, 7];

/** In the order of their columns. */
export const daysOf = (days: CycleDays): string[] => [
  days.factsFrom,
  days.factsTo,
  days.opensOn,
  days.dueOn,
  days.reviewByOn,
  days.cutoffOn,
];

/** Days before and after the due date, each once and in order. */
export const offsetsOf = (days: CycleDays): number[] =>
  [...new Set(days.reminderOffsets ?? DEFAULT_OFFSETS)].sort((a, b) => a - b);

/** @throws DomainError invalid at each day that is out of order */
export function refuseWrongDays(days: CycleDays): void {
  const problems = dateProblems(days);
  if (problems.length > 0) throw invalidFields(problems);
}
