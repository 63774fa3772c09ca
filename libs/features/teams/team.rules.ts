import { type Bilingual, type FieldProblem } from '#platform/http';
import { ACTIVITY_STATUSES, type ActivityStatus, type TeamDatePrecision } from './team.vocabulary.js';

/** A day or span as far as it is known. `startsOn` of precision month or year is the first day of that month or year. */
export interface KnownDate {
  startsOn: string | null;
  datePrecision: TeamDatePrecision;
  endsOn: string | null;
}

/** Every problem of a date with its precision at once. */
export function dateProblems({ startsOn, datePrecision, endsOn }: KnownDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if ((startsOn === null) !== (datePrecision === 'not_stated'))
    problems.push({ field: 'startsOn', detail: startsOn === null ? DAY_NEEDED : NO_DAY });
  if (startsOn !== null && datePrecision === 'month' && !startsOn.endsWith('-01'))
    problems.push({ field: 'startsOn', detail: FIRST_OF_MONTH });
  if (startsOn !== null && datePrecision === 'year' && !startsOn.endsWith('-01-01'))
    problems.push({ field: 'startsOn', detail: FIRST_OF_YEAR });
  if (endsOn !== null && (startsOn === null || endsOn < startsOn))
    problems.push({ field: 'endsOn', detail: ENDS_BEFORE });
  return problems;
}

/** What a team update says of one activity. */
export interface ActivityReport {
  activityId: string;
  status: ActivityStatus;
  illustrative: boolean;
}

/** How far a workplan is. `activities` = `reported` + `notReported`; the counts by status are over `reported`. */
export interface WorkplanTally extends Record<ActivityStatus, number> {
  activities: number;
  reported: number;
  notReported: number;
  /** Of `reported`, those whose status the source does not state. */
  illustrative: number;
}

/**
 * Counts a workplan by what its approved update says. An activity that the update does not name is not reported: it is
 * neither planned nor anything else. Reports on activities that are not in the workplan do not count.
 */
export function tallyWorkplan(
  activityIds: readonly string[],
  reports: readonly ActivityReport[],
): WorkplanTally {
  const known = new Set(activityIds);
  const counted = new Map(
    reports.flatMap((report) => (known.has(report.activityId) ? [[report.activityId, report] as const] : [])),
  );
  const tally = Object.fromEntries(ACTIVITY_STATUSES.map((status) => [status, 0])) as Record<
    ActivityStatus,
    number
  >;
  let illustrative = 0;
  for (const report of counted.values()) {
    tally[report.status] += 1;
    if (report.illustrative) illustrative += 1;
  }
  return {
    ...tally,
    activities: known.size,
    reported: counted.size,
    notReported: known.size - counted.size,
    illustrative,
  };
}

/** Adds tallies of several teams: every count is over different activities, so that sums are exact. */
export function addTallies(tallies: readonly WorkplanTally[]): WorkplanTally {
  const sum = tallyWorkplan([], []);
  for (const tally of tallies)
    for (const key of Object.keys(sum) as (keyof WorkplanTally)[]) sum[key] += tally[key];
  return sum;
}

/** What is missing before a team update can go to the reviewer. */
export function problemsBeforeSubmit(update: {
  summaryEn: string | null;
  summaryEs: string | null;
}): FieldProblem[] {
  return update.summaryEn?.trim() || update.summaryEs?.trim()
    ? []
    : [{ field: 'summaryEn', detail: SUMMARY_NEEDED }];
}

const DAY_NEEDED: Bilingual = {
  en: 'Give the day, or say that the date is not stated.',
  es: 'Indique la fecha, o señale que no consta.',
};
const NO_DAY: Bilingual = {
  en: 'A date that is not stated has no day; choose how exactly it is known.',
  es: 'Una fecha que no consta no lleva día; indique con qué precisión se conoce.',
};
const FIRST_OF_MONTH: Bilingual = {
  en: 'With the precision “month”, give the first day of the month.',
  es: 'Con la precisión «mes», indique el primer día del mes.',
};
const FIRST_OF_YEAR: Bilingual = {
  en: 'With the precision “year”, give the first of January.',
  es: 'Con la precisión «año», indique el 1 de enero.',
};
const ENDS_BEFORE: Bilingual = {
  en: 'The end cannot come before the beginning.',
  es: 'El final no puede ser anterior al inicio.',
};
const SUMMARY_NEEDED: Bilingual = {
  en: 'Say in at least one language how far the workplan is.',
  es: 'Indique al menos en un idioma cómo avanza el plan de trabajo.',
};
