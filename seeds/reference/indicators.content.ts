import type { ValueState, ValueType } from '#features/progress';
import type { Bilingual } from './regional.content.js';
import type { NamedKey } from './reference.content.js';

/** A value of an indicator: a number, or a step of an ordinal scale as label. `unknown` has neither. */
export interface IndicatorValueSeed {
  value: number | null;
  labelEn: string | null;
  labelEs: string | null;
  valueState: ValueState;
}

/** One indicator for one population. Impact indicators have no target (null). */
export interface IndicatorSeed {
  /** `outcome:13.1:idps` */
  key: string;
  level: 'impact' | 'outcome';
  code: string;
  areaCode: string;
  areaEn: string;
  areaEs: string;
  nameEn: string;
  nameEs: string;
  populationKey: string;
  valueType: ValueType;
  unitEn: string | null;
  unitEs: string | null;
  ordinalScale: Bilingual[] | null;
  direction: 'higher_is_better' | 'lower_is_better';
  directionBasis: 'inference';
  baseline: IndicatorValueSeed;
  target2024: IndicatorValueSeed | null;
  actual2024: IndicatorValueSeed;
  /** Computed; null where there is no target. */
  targetMet: boolean | null;
  actualEqualsBaseline: boolean;
}

/** One line of the budget in whole currency units; null: not printed. Percents are as printed. */
export interface BudgetLineSeed {
  /** `IA1`, `OA13`, `EA17`; null for totals and what is not allocated */
  code: string | null;
  nameEn: string;
  nameEs: string;
  finalBudget: number | null;
  fundsAvailable: number | null;
  expenditure: number | null;
  fundsPercentOfBudget: number | null;
  expenditurePercentOfFunds: number | null;
}

/** UNHCR's results in Mexico, 2024. */
export interface UnhcrMexicoSeed {
  year: 2024;
  stateCode: 'MX';
  source: string;
  noteEn: string;
  noteEs: string;
  populations: NamedKey[];
  indicators: IndicatorSeed[];
  budget: {
    currency: 'USD';
    byImpactArea: BudgetLineSeed[];
    byOutcomeArea: BudgetLineSeed[];
    noteEn: string;
    noteEs: string;
  };
}
