import { Bool, Num, OneOf, Text, Whole } from '#platform/http';
import { BUDGET_KINDS, type BudgetKind } from './indicator.vocabulary.js';

export class BudgetQuery {
  @Text({ optional: true, max: 40, example: 'MX' })
  state?: string;

  @Whole({ optional: true, min: 1950, max: 2100, example: 2024 })
  year?: number;
}

/** One line of a budget; amounts in whole units of the currency, null where nothing is printed. */
export class BudgetLineDto {
  @Text({ example: 'MX' })
  place: string;

  @Whole({ example: 2024 })
  year: number;

  @OneOf(BUDGET_KINDS)
  kind: BudgetKind;

  @Whole({ example: 1 })
  position: number;

  @Text({ optional: true, example: 'IA1' })
  areaCode: string | null;

  @Text({ example: 'Impact area 1: Protect' })
  nameEn: string;

  @Text({ example: 'Área de impacto 1: Proteger' })
  nameEs: string;

  @Bool({ description: 'The printed total of the lines above it' })
  isTotal: boolean;

  @Text({ example: 'USD' })
  currency: string;

  @Num({ optional: true, example: 75474647 })
  finalBudget: number | null;

  @Num({ optional: true, example: 36834565 })
  fundsAvailable: number | null;

  @Num({ optional: true, example: 36328201 })
  expenditure: number | null;

  @Num({ optional: true, example: 48.8, description: 'Funds available, percent of the final budget' })
  fundsPercent: number | null;

  @Num({ optional: true, example: 98.63, description: 'Expenditure, percent of the funds available' })
  spentPercent: number | null;

  @Text({ example: 'UNHCR Annual Results Report 2024, Mexico' })
  source: string;
}

export const BUDGET_LINE: BudgetLineDto = {
  place: 'MX',
  year: 2024,
  kind: 'impact',
  position: 1,
  areaCode: 'IA1',
  nameEn: 'Impact area 1: Protect',
  nameEs: 'Área de impacto 1: Proteger',
  isTotal: false,
  currency: 'USD',
  finalBudget: 75474647,
  fundsAvailable: 36834565,
  expenditure: 36328201,
  fundsPercent: 48.8,
  spentPercent: 98.63,
  source: 'UNHCR Annual Results Report 2024, Mexico',
};
