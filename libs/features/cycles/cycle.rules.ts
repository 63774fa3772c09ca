import { addDays, daysBetween, isDay, localDay, localInstant } from '#platform/calendar';
import type { Bilingual, FieldProblem } from '#platform/http';
import { CYCLE_STATE_LABELS } from './cycle.labels.js';
import type { CycleKind, CycleState } from './cycle.vocabulary.js';

/** The days of a cycle, as `2024-07-01`; each is a local day in every State's own time zone, and lasts until midnight. */
export interface CycleDates {
  factsFrom: string;
  factsTo: string;
  opensOn: string;
  dueOn: string;
  reviewByOn: string;
  cutoffOn: string;
}

/** How a cycle moves: planned -> open -> in_review -> endorsed -> published, one step at a time and never back. */
export const CYCLE_ACTIONS = ['open', 'startReview', 'endorse', 'publish'] as const;
export type CycleAction = (typeof CYCLE_ACTIONS)[number];

const STEPS: Record<CycleAction, { from: CycleState; to: CycleState }> = {
  open: { from: 'planned', to: 'open' },
  startReview: { from: 'open', to: 'in_review' },
  endorse: { from: 'in_review', to: 'endorsed' },
  publish: { from: 'endorsed', to: 'published' },
};

export type CycleDecision = { ok: true; to: CycleState } | { ok: false; code: 'conflict'; detail: Bilingual };

/** Decides a step of a cycle; never throws. */
export function decideCycleStep(action: CycleAction, from: CycleState): CycleDecision {
  const step = STEPS[action];
  if (step.from === from) return { ok: true, to: step.to };
  const [now, needed] = [CYCLE_STATE_LABELS[from], CYCLE_STATE_LABELS[step.from]];
  return {
    ok: false,
    code: 'conflict',
    detail: {
      en: `The cycle’s state is “${now.en}”; this step needs “${needed.en}”.`,
      es: `El estado del ciclo es «${now.es}»; este paso requiere «${needed.es}».`,
    },
  };
}

/** The step that comes next, or undefined after the last one. */
export const nextCycleAction = (from: CycleState): CycleAction | undefined =>
  CYCLE_ACTIONS.find((action) => STEPS[action].from === from);

/** When a cycle took its steps; null for those that it has not taken. */
export interface CycleSteps {
  openedAt: Date | null;
  reviewStartedAt: Date | null;
  endorsedAt: Date | null;
  publishedAt: Date | null;
}

/** The state that a cycle had at an instant: for looking back, as `--as-of` does. */
export function cycleStateAt(steps: CycleSteps, at: Date): CycleState {
  const taken = (step: Date | null): boolean => step !== null && step <= at;
  if (taken(steps.publishedAt)) return 'published';
  if (taken(steps.endorsedAt)) return 'endorsed';
  if (taken(steps.reviewStartedAt)) return 'in_review';
  return taken(steps.openedAt) ? 'open' : 'planned';
}

/** Whether updates of a commitment may be written: while the cycle is open or in review, later only by exception. */
export const acceptsUpdates = (state: CycleState, reopened = false): boolean =>
  state === 'open' || state === 'in_review' || (state !== 'planned' && reopened);

/**
 * Every problem with a cycle's dates at once: days that do not exist, and days in the wrong order. They may fall together:
 * a cycle can be due on its cut-off day.
 */
export function dateProblems(dates: CycleDates): FieldProblem[] {
  const missing = (Object.keys(DAY_NAMES) as (keyof CycleDates)[]).filter((field) => !isDay(dates[field]));
  const problems: FieldProblem[] = missing.map((field) => ({
    field,
    detail: {
      en: `${capital(DAY_NAMES[field].en)} must be a day like 2024-07-01.`,
      es: `${capital(DAY_NAMES[field].es)} debe ser una fecha como 2024-07-01.`,
    },
  }));
  for (const [earlier, later] of ORDER) {
    if (missing.includes(earlier) || missing.includes(later) || dates[earlier] <= dates[later]) continue;
    problems.push({
      field: later,
      detail: {
        en: `${capital(DAY_NAMES[later].en)} cannot come before ${DAY_NAMES[earlier].en}.`,
        es: `${capital(DAY_NAMES[later].es)} no puede ser anterior a ${DAY_NAMES[earlier].es}.`,
      },
    });
  }
  return problems;
}

const DAY_NAMES: Record<keyof CycleDates, Bilingual> = {
  factsFrom: { en: 'the first day of reported facts', es: 'la fecha de inicio de los hechos informados' },
  factsTo: { en: 'the last day of reported facts', es: 'la fecha final de los hechos informados' },
  opensOn: { en: 'the opening day', es: 'la fecha de apertura' },
  dueOn: { en: 'the due day', es: 'la fecha de entrega' },
  reviewByOn: { en: 'the review day', es: 'la fecha límite de revisión' },
  cutoffOn: { en: 'the cut-off day', es: 'la fecha de cierre' },
};

const ORDER: readonly (readonly [keyof CycleDates, keyof CycleDates])[] = [
  ['factsFrom', 'factsTo'],
  ['factsFrom', 'opensOn'],
  ['opensOn', 'dueOn'],
  ['dueOn', 'reviewByOn'],
  ['reviewByOn', 'cutoffOn'],
];

/** When a cycle opens in a time zone: the first instant of its opening day. */
export const opensAt = (cycle: Pick<CycleDates, 'opensOn'>, timeZone: string): Date =>
  localInstant(cycle.opensOn, 0, timeZone);

/** When updates become late in a time zone: the first instant after the due day. */
export const lateAt = (cycle: Pick<CycleDates, 'dueOn'>, timeZone: string): Date =>
  localInstant(addDays(cycle.dueOn, 1), 0, timeZone);

/** When a cycle closes for a time zone: the first instant after the cut-off day. */
export const closesAt = (cycle: Pick<CycleDates, 'cutoffOn'>, timeZone: string): Date =>
  localInstant(addDays(cycle.cutoffOn, 1), 0, timeZone);

/** Whether an instant lies between opening and cut-off in a time zone. */
export const isWithinWindow = (
  cycle: Pick<CycleDates, 'opensOn' | 'cutoffOn'>,
  at: Date,
  timeZone: string,
): boolean => at >= opensAt(cycle, timeZone) && at < closesAt(cycle, timeZone);

/** Calendar days until the due day, as somebody in `timeZone` counts them: 0 today, 1 tomorrow, negative when late. */
export const daysLeft = (cycle: Pick<CycleDates, 'dueOn'>, at: Date, timeZone: string): number =>
  daysBetween(localDay(at, timeZone), cycle.dueOn);

/** Days left in words: "due in 7 days", "due today", "3 days late". */
export function daysLeftText(days: number): Bilingual {
  if (days === 0) return { en: 'due today', es: 'vence hoy' };
  if (days === 1) return { en: 'due tomorrow', es: 'vence mañana' };
  if (days > 1) return { en: `due in ${days} days`, es: `vence en ${days} días` };
  if (days === -1) return { en: '1 day late', es: '1 día de atraso' };
  return { en: `${-days} days late`, es: `${-days} días de atraso` };
}

/** A cycle's place in time: a year's mid-year cycle comes before its annual one. */
export interface CycleOrder {
  year: number;
  kind: CycleKind;
}

/** Negative when `a` comes before `b`; for sorting. */
export const compareCycles = (a: CycleOrder, b: CycleOrder): number =>
  a.year - b.year || Number(a.kind === 'annual') - Number(b.kind === 'annual');

/** The last cycle before `current`, of the same kind or of the other; undefined when there is none. */
export function previousCycle<T extends CycleOrder>(
  cycles: readonly T[],
  current: CycleOrder,
  which: 'same_kind' | 'other_kind',
): T | undefined {
  return cycles
    .filter(
      (cycle) =>
        (cycle.kind === current.kind) === (which === 'same_kind') && compareCycles(cycle, current) < 0,
    )
    .reduce<T | undefined>(
      (last, cycle) => (last && compareCycles(last, cycle) >= 0 ? last : cycle),
      undefined,
    );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
