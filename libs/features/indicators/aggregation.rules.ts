import type { Qualifier, ValueType } from '#features/progress';
import type { Bilingual, FieldProblem } from '#platform/http';
import type { FigureForRollup, FigureRollup } from './figure-rollup.content.js';
import { aggregateAcrossStates, aggregateOverTime } from './figure-rollup.rules.js';
import type {
  IndicatorBasis,
  IndicatorType,
  ObservationRole,
  ObservationState,
  OverPlaces,
  OverTime,
  YearPart,
} from './indicator.vocabulary.js';

/** What an indicator states about putting its values together. */
export interface AggregationRule {
  valueType: IndicatorType;
  basis: IndicatorBasis;
  overTime: OverTime;
  overPlaces: OverPlaces;
  unitEn: string | null;
  unitEs: string | null;
}

/** A total (no part of a disaggregation) as the aggregation looks at it. */
export interface ObservedTotal {
  id: string;
  place: string;
  populationKey: string;
  preferredSource: string | null;
  source: string;
  year: number;
  part: YearPart;
  role: ObservationRole;
  valueState: ObservationState;
  value: number | string | null;
  numerator: number | string | null;
  denominator: number | string | null;
  currency: string | null;
  qualifier: Qualifier;
}

export interface IndicatorAggregate {
  aggregates: FigureRollup['aggregates'];
  /** Totals without a value of their own, each kind apart. */
  withoutValue: FigureRollup['withoutValue'] & { not_applicable: number };
  /** True when the indicator says that its values are not put together; then `aggregates` is empty. */
  notAggregated: boolean;
}

const ENDS: Record<YearPart, [string, string]> = {
  year: ['01-01', '12-31'],
  h1: ['01-01', '06-30'],
  h2: ['07-01', '12-31'],
  q1: ['01-01', '03-31'],
  q2: ['04-01', '06-30'],
  q3: ['07-01', '09-30'],
  q4: ['10-01', '12-31'],
};

/** First and last day of a period. */
export const windowOf = (year: number, part: YearPart): [string, string] => {
  const [from, to] = ENDS[part];
  return [`${year}-${from}`, `${year}-${to}`];
};

/**
 * What the type and the basis of an indicator allow. Counts and money of a period are summed, shares are added through
 * numerator and denominator, yes/no and levels are tallied over places; of stocks and cumulative values the latest stands;
 * averages and durations are not put together over places. `none` is always allowed.
 */
export function allowedAggregation(
  valueType: IndicatorType,
  basis: IndicatorBasis,
): { overTime: OverTime; overPlaces: OverPlaces } {
  const combined = COMBINED[valueType];
  const overPlaces = basis === 'average' ? 'none' : combined;
  if (basis === 'stock' || basis === 'cumulative') return { overTime: 'latest', overPlaces };
  return { overTime: basis === 'average' || combined === 'tally' ? 'none' : combined, overPlaces };
}

const COMBINED: Record<IndicatorType, OverPlaces> = {
  count: 'sum',
  money: 'sum',
  percent: 'share',
  ratio: 'share',
  yes_no: 'tally',
  ordinal: 'tally',
  duration: 'none',
};

/** Where an indicator states an aggregation that its type and basis do not allow. */
export function aggregationProblems(rule: Omit<AggregationRule, 'unitEn' | 'unitEs'>): FieldProblem[] {
  const allowed = allowedAggregation(rule.valueType, rule.basis);
  const refusal = (best: string): Bilingual => ({
    en: `must be ${best === 'none' ? 'none' : `${best} or none`} for a ${rule.valueType} of basis ${rule.basis}`,
    es: `debe ser ${best === 'none' ? 'none' : `${best} o none`} para ${rule.valueType} con base ${rule.basis}`,
  });
  const fits = (word: string, best: string): boolean => word === best || word === 'none';
  return [
    ...(fits(rule.overTime, allowed.overTime)
      ? []
      : [{ field: 'overTime', detail: refusal(allowed.overTime) }]),
    ...(fits(rule.overPlaces, allowed.overPlaces)
      ? []
      : [{ field: 'overPlaces', detail: refusal(allowed.overPlaces) }]),
  ];
}

/**
 * Of several sources for one series, period and role only the preferred one counts, where it says something. Without a
 * preferred source all stay, and the aggregation lists those that differ.
 */
export function preferred<
  T extends Pick<
    ObservedTotal,
    'place' | 'populationKey' | 'year' | 'part' | 'role' | 'source' | 'preferredSource'
  >,
>(observations: readonly T[]): T[] {
  const groups = Map.groupBy(observations, ({ place, populationKey, year, part, role }) =>
    JSON.stringify([place, populationKey, year, part, role]),
  );
  return [...groups.values()].flatMap((same) => {
    const chosen = same.filter(({ source, preferredSource }) => source === preferredSource);
    return chosen.length > 0 ? chosen : same;
  });
}

/** Puts totals of one indicator together over its places, for each period, by the indicator's own rule. */
export const aggregateOverPlaces = (
  rule: AggregationRule,
  totals: readonly ObservedTotal[],
): IndicatorAggregate => put(rule, totals, rule.overPlaces === 'none' ? undefined : aggregateAcrossStates);

/** Puts totals of one place and indicator together over time, by the indicator's own rule. */
export const aggregatePeriods = (
  rule: AggregationRule,
  totals: readonly ObservedTotal[],
): IndicatorAggregate => put(rule, totals, rule.overTime === 'none' ? undefined : aggregateOverTime);

function put(
  rule: AggregationRule,
  totals: readonly ObservedTotal[],
  aggregate: ((figures: readonly FigureForRollup[]) => FigureRollup) | undefined,
): IndicatorAggregate {
  const counting = preferred(totals);
  const figures = counting.flatMap((total) => figureOf(rule, total) ?? []);
  const { aggregates, withoutValue } = (aggregate ?? aggregateAcrossStates)(figures);
  return {
    aggregates: aggregate ? aggregates : [],
    withoutValue: { ...withoutValue, not_applicable: counting.length - figures.length },
    notAggregated: aggregate === undefined,
  };
}

const FIGURE_ROLE = { baseline: 'baseline', target: 'target', actual: 'observed' } as const;

function figureOf(rule: AggregationRule, total: ObservedTotal): FigureForRollup | undefined {
  if (total.valueState === 'not_applicable') return undefined;
  const [windowStart, windowEnd] = windowOf(total.year, total.part);
  return {
    figureId: total.id,
    stateCode: total.place,
    value: total.value,
    valueState: total.valueState,
    valueType: rule.valueType satisfies ValueType,
    qualifier: total.qualifier,
    basis: rule.basis,
    role: FIGURE_ROLE[total.role],
    unitEn: rule.unitEn,
    unitEs: rule.unitEs,
    currency: total.currency,
    numerator: total.numerator,
    denominator: total.denominator,
    windowStart,
    windowEnd,
    asOf: rule.basis === 'stock' ? windowEnd : null,
    population: total.populationKey,
  };
}
