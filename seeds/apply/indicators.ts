import { type ResultRow, type ResultsService, scaleOf } from '#features/indicators';
import { runAs, SYSTEM } from '#platform/http';
import type {
  BudgetLineSeed,
  IndicatorSeed,
  IndicatorValueSeed,
  UnhcrMexicoSeed,
} from '../reference/index.js';
import { readUnhcrMexico } from '../reference/index.js';

/** UNHCR's results and budget in Mexico in 2024, each row with its source. Repeating it changes nothing. */
export function seedIndicators(results: ResultsService): Promise<void> {
  return runAs(SYSTEM, async () => {
    await results.ensureFrameworks();
    const seed = readUnhcrMexico();
    for (const indicator of seed.indicators) await results.take(indicatorRow(seed, indicator));
    for (const row of budgetRows(seed)) await results.take(row);
  });
}

function indicatorRow(seed: UnhcrMexicoSeed, indicator: IndicatorSeed): ResultRow {
  const population = seed.populations.find(({ key }) => key === indicator.populationKey);
  if (!population) throw new Error(`${indicator.key} names no population`);
  const { unitEn, unitEs, level, code, valueType, direction } = indicator;
  const value = (role: 'baseline' | 'target' | 'actual', given: IndicatorValueSeed | null) => ({
    role,
    year: seed.year,
    valueState: given?.valueState ?? ('not_applicable' as const),
    value: given?.value ?? null,
    step: given?.labelEn ?? null,
    printed: null,
    field: role,
  });
  return {
    what: 'indicator',
    country: seed.stateCode,
    source: seed.source,
    ...{ level, code, direction, directionInferred: indicator.directionBasis === 'inference' },
    area: { code: indicator.areaCode, en: indicator.areaEn, es: indicator.areaEs },
    name: { en: indicator.nameEn, es: indicator.nameEs },
    population: { key: population.key, en: population.nameEn, es: population.nameEs },
    valueType: valueType === 'frequency' ? 'count' : valueType,
    unit: unitEn && unitEs ? { en: unitEn, es: unitEs } : null,
    ...(indicator.ordinalScale ? scaleOf(indicator.ordinalScale) : { scale: null, scaleOrdered: true }),
    values: [
      value('baseline', indicator.baseline),
      value('target', indicator.target2024),
      value('actual', indicator.actual2024),
    ],
  };
}

function budgetRows({ budget, stateCode, source, year }: UnhcrMexicoSeed): ResultRow[] {
  const rows = (kind: 'impact' | 'outcome', lines: BudgetLineSeed[]): ResultRow[] =>
    lines.map(({ code, nameEn, nameEs, finalBudget, fundsAvailable, expenditure }, i) => ({
      what: 'budget',
      country: stateCode,
      ...{ source, year, kind, currency: budget.currency, finalBudget, fundsAvailable, expenditure },
      position: i + 1,
      areaCode: code,
      name: { en: nameEn, es: nameEs },
      isTotal: nameEn === 'Total',
    }));
  return [...rows('impact', budget.byImpactArea), ...rows('outcome', budget.byOutcomeArea)];
}
