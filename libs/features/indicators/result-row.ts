import type { Bilingual } from '#platform/http';
import type {
  BudgetKind,
  Direction,
  IndicatorType,
  Level,
  ObservationRole,
  ObservationState,
} from './indicator.vocabulary.js';

/** Framework that files of results go into. */
export const UNHCR_RESULTS = 'unhcr-results';

/** One value of a result; of an ordinal indicator `step` instead of `value`. */
export interface ResultValue {
  role: ObservationRole;
  year: number;
  valueState: ObservationState;
  value: number | null;
  /** The step of the scale in the file's words. */
  step: string | null;
  printed: string | null;
  /** Where it stands within its entry: `target_2024` */
  field: string;
}

/** One indicator for one population in one country, as a results report gives it. */
export interface IndicatorResult {
  what: 'indicator';
  /** Name of the country, English or Spanish. */
  country: string;
  source: string;
  level: Level;
  code: string;
  area: (Bilingual & { code: string }) | null;
  name: Bilingual;
  population: Bilingual & { key: string };
  valueType: IndicatorType;
  unit: Bilingual | null;
  /** Lowest step first as far as that is known; null where the type is not ordinal. */
  scale: Bilingual[] | null;
  /** Whether the order of the steps is stated or known. */
  scaleOrdered: boolean;
  direction: Direction;
  directionInferred: boolean;
  values: ResultValue[];
}

/** One line of the budget of such a report. Amounts in whole units of the currency. */
export interface BudgetResult {
  what: 'budget';
  country: string;
  source: string;
  year: number;
  kind: BudgetKind;
  position: number;
  areaCode: string | null;
  name: Bilingual;
  isTotal: boolean;
  currency: string;
  finalBudget: number | null;
  fundsAvailable: number | null;
  expenditure: number | null;
}

export type ResultRow = IndicatorResult | BudgetResult;
