import type { Bilingual } from '#platform/http';
import type { JsonPart } from './json-part.js';
import type { BudgetResult } from './result-row.js';
import { areaOf } from './unhcr-names.js';

/** What the head of a file says for all its rows. */
export interface Head {
  country: string;
  source: string;
  year: number;
}

interface LinePlace {
  currency: string;
  kind: BudgetResult['kind'];
  position: number;
}

const BUDGET_LISTS = { by_impact_area: 'impact', by_outcome_area: 'outcome' } as const;

/** The lines of every `budget_CUR` of a file with their place; `first` is the row of the first. */
export function budgetLines(file: JsonPart, first: number): (LinePlace & { part: JsonPart })[] {
  let next = first;
  return file.names.flatMap((name) => {
    const currency = /^budget_([a-z]{3})$/.exec(name)?.[1]?.toUpperCase();
    if (!currency) return [];
    const budget = file.at(name);
    return Object.entries(BUDGET_LISTS).flatMap(([list, kind]) => {
      if (budget.at(list).value === undefined) return [];
      const parts = budget.at(list).entries(next);
      next += parts.length;
      return parts.map((part, i) => ({ part, currency, kind, position: i + 1 }));
    });
  });
}

/** A line as it is kept; undefined when nobody can tell what it is of. */
export function budgetLineOf(part: JsonPart, line: LinePlace, head: Head): BudgetResult | undefined {
  const printed = part.at('name').text();
  const [finalBudget, fundsAvailable, expenditure] = ['final_budget', 'funds_available', 'expenditure'].map(
    (field) => part.at(field).number(),
  );
  if (!printed) return undefined;
  const isTotal = /^(grand )?total$/i.test(printed);
  const unallocated = /unallocated|not allocated/i.test(printed);
  const area = isTotal || unallocated ? null : areaOf(printed);
  return {
    what: 'budget',
    ...{ ...line, ...head, isTotal },
    areaCode: area?.code ?? null,
    name: area ?? (isTotal ? TOTAL : unallocatedName(line.kind)),
    finalBudget: finalBudget ?? null,
    fundsAvailable: fundsAvailable ?? null,
    expenditure: expenditure ?? null,
  };
}

const TOTAL: Bilingual = { en: 'Total', es: 'Total' };

const unallocatedName = (kind: BudgetResult['kind']): Bilingual =>
  kind === 'impact'
    ? { en: 'All impact areas (not allocated)', es: 'Todas las áreas de impacto (sin asignar)' }
    : { en: 'All outcome areas (not allocated)', es: 'Todas las áreas de resultado (sin asignar)' };
