import type { Basis, FigureRole, Qualifier, ValueType } from '#features/progress';
import type { MeasuredFigure } from '#features/quality';
import type { Bilingual } from '#platform/http';

/** A figure of one indicator, as the rollup looks at it; all figures given at once must be of the same indicator. */
export type FigureForRollup = MeasuredFigure & { figureId: string; stateCode: string };

/** Why a figure stands by itself instead of being added to others. */
export const LISTING_REASONS = {
  no_denominator: {
    en: 'A share without its numerator and denominator cannot be added.',
    es: 'Una proporción sin numerador ni denominador no se puede sumar.',
  },
  not_additive: {
    en: 'Rates, averages, maxima, changes and durations are not added.',
    es: 'Las tasas, los promedios, los máximos, las variaciones y las duraciones no se suman.',
  },
  window_unknown: {
    en: 'Its window or date is not fully known, so it cannot be said to agree with others.',
    es: 'Su período o fecha no se conoce por completo, por lo que no consta que coincida con los demás.',
  },
  conflict: {
    en: 'Another figure of the same State, for the same window, says something else.',
    es: 'Otra cifra del mismo Estado, para el mismo período, dice otra cosa.',
  },
  stock_over_time: {
    en: 'A situation at a date is not added to that of another date; the latest stands.',
    es: 'La situación en una fecha no se suma a la de otra; vale la más reciente.',
  },
  cumulative_over_time: {
    en: 'A cumulative value already holds the earlier ones; the latest stands.',
    es: 'Un valor acumulado ya contiene los anteriores; vale el más reciente.',
  },
  windows_not_adjoining: {
    en: 'The windows overlap or leave gaps.',
    es: 'Los períodos se superponen o dejan vacíos.',
  },
} as const satisfies Record<string, Bilingual>;

export type ListingReason = keyof typeof LISTING_REASONS;

export interface FigureAggregate {
  /**
   * `sum` of counts or money; `share` through numerators and denominators; `tally` of yes and no or of levels; `latest` of
   * several dates; `listed` when nothing may be put together.
   */
  method: 'sum' | 'share' | 'tally' | 'latest' | 'listed';
  role: FigureRole;
  valueType: ValueType;
  basis: Basis;
  unitEn: string | null;
  unitEs: string | null;
  currency: string | null;
  population: string | null;
  windowStart: string | null;
  windowEnd: string | null;
  asOf: string | null;
  /** Exact decimal text; for a share rounded to four places (a percent for percents). Null for `tally` and `listed`. */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  qualifier: Qualifier | null;
  /** For `tally`: how many figures have each value, by value. */
  tally: { value: string; count: number }[];
  /** Behind the value or tally, sorted. */
  figureIds: string[];
  /** Shown by themselves, sorted by figure. */
  listed: { figureId: string; reason: ListingReason }[];
  /** States behind the value or tally: the n of "n of N States". */
  states: number;
}

export interface FigureRollup {
  /** Ordered by role, type, basis, unit, population and time. */
  aggregates: FigureAggregate[];
  /** Figures that have no value of their own, kept apart from zero and from each other. */
  withoutValue: { unknown: number; not_reported: number; carried_forward: number };
}
