import type { Basis, FigureRole, Qualifier, ValueState, ValueType } from './progress.vocabulary.js';

/** A decimal as a form gives it or as PostgreSQL does. */
export type Decimal = number | string;

/** One part of a figure's breakdown, as far as the rules look at it. */
export interface FigurePart {
  /** `sex`, `nationality` */
  dimension: string;
  dimensionEn?: string | null;
  dimensionEs?: string | null;
  categoryEn: string;
  categoryEs: string;
  value: Decimal | null;
  unitEn?: string | null;
  unitEs?: string | null;
}

/** A figure as somebody reports it; the same fields as the stored one. Days are `2024-07-01`. */
export interface FigureContent {
  value: Decimal | null;
  valueState: ValueState;
  valueType: ValueType;
  qualifier: Qualifier;
  basis: Basis;
  role: FigureRole;
  unitEn?: string | null;
  unitEs?: string | null;
  /** ISO 4217 */
  currency?: string | null;
  /** Day of the exchange rate; needed when `converted`. */
  rateOn?: string | null;
  /** Whether an amount was converted from another currency. */
  converted?: boolean;
  numerator?: Decimal | null;
  denominator?: Decimal | null;
  /** The levels from lowest to highest; the value is a place on it, from 1. */
  ordinalScale?: readonly string[] | null;
  windowStart?: string | null;
  windowEnd?: string | null;
  windowTextEn?: string | null;
  windowTextEs?: string | null;
  population?: string | null;
  labelEn?: string | null;
  labelEs?: string | null;
  asOf?: string | null;
  disaggregation?: readonly FigurePart[] | null;
}

/** Whether a value state comes with a value: its own, or one carried forward from an earlier period. */
export const hasValue = (state: ValueState): boolean => state === 'reported' || state === 'carried_forward';
