/** The closed word lists of indicators, in the order in which people see them. */

export const LEVELS = ['impact', 'outcome', 'output'] as const;
export type Level = (typeof LEVELS)[number];

/** What a value is; `ratio` and `percent` may carry numerator and denominator, `ordinal` is a step of the indicator's scale. */
export const INDICATOR_TYPES = [
  'percent',
  'count',
  'ratio',
  'yes_no',
  'ordinal',
  'duration',
  'money',
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

export const DIRECTIONS = ['higher_is_better', 'lower_is_better', 'neither'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a value covers; it decides which aggregation over time is possible. */
export const INDICATOR_BASES = ['period', 'cumulative', 'stock', 'average'] as const;
export type IndicatorBasis = (typeof INDICATOR_BASES)[number];

/** How values of one series at different times are put together. */
export const OVER_TIME = ['sum', 'share', 'latest', 'tally', 'none'] as const;
export type OverTime = (typeof OVER_TIME)[number];

/** How values of different places at one time are put together. */
export const OVER_PLACES = ['sum', 'share', 'tally', 'none'] as const;
export type OverPlaces = (typeof OVER_PLACES)[number];

export const ROLES = ['baseline', 'target', 'actual'] as const;
export type ObservationRole = (typeof ROLES)[number];

/**
 * A value of the period itself, or one of the four kinds of "no value": nobody knows it, nobody reported it, it is not asked
 * at this level, or it is an earlier one that is carried on. Zero is a reported value.
 */
export const OBSERVATION_STATES = [
  'reported',
  'unknown',
  'not_reported',
  'not_applicable',
  'carried_forward',
] as const;
export type ObservationState = (typeof OBSERVATION_STATES)[number];

/** Which part of its year a period is. */
export const YEAR_PARTS = ['year', 'h1', 'h2', 'q1', 'q2', 'q3', 'q4'] as const;
export type YearPart = (typeof YEAR_PARTS)[number];

export const BUDGET_KINDS = ['impact', 'outcome'] as const;
export type BudgetKind = (typeof BUDGET_KINDS)[number];

/** Population of what concerns a whole country. */
export const WHOLE_COUNTRY = 'country';

/** Place of what concerns all States together. */
export const REGION = 'REGION';
