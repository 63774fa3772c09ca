import { Bool, DateOnly, Nested, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';

const AMOUNT = {
  max: 18,
  pattern: [/^\d{1,15}(\.\d{1,2})?$/, '1250000.50'] as [RegExp, string],
  example: '250000.00',
};
const CURRENCY = { min: 3, max: 3, pattern: [/^[A-Z]{3}$/, 'USD'] as [RegExp, string], example: 'USD' };
const STATE = { min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };
const CODE = { max: 8, example: 'MX-17' };
const YEAR = { min: 2017, max: 2100, example: 2024 };
const SOURCES = { max: 500, most: 30, example: ['MIRPS Annual Report 2024'] };

/** What a commitment costs in a year; written again, it replaces what was there. */
export class NeedInput {
  @Text({ ...CODE, description: 'Code of the commitment' })
  commitment: string;

  @Whole(YEAR)
  year: number;

  @Text(CURRENCY)
  currency: string;

  @Text({ ...AMOUNT, optional: true, description: 'What the State pays; left out: it does not say' })
  ownResources?: string | null;

  @Text({
    ...AMOUNT,
    optional: true,
    description: 'What cooperation is asked for; left out: it does not say',
  })
  cooperationSought?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

/** A rate that somebody stated: what one unit of `from` was worth in `to`. */
export class RateInput {
  @Text(CURRENCY)
  from: string;

  @Text({ ...CURRENCY, example: 'EUR' })
  to: string;

  @Text({
    max: 21,
    pattern: [/^\d{1,10}(\.\d{1,10})?$/, '17.05'],
    example: '1.08',
    description: 'Above zero',
  })
  rate: string;

  @DateOnly()
  asOf: string;

  @Text({ max: 500, example: 'European Central Bank, reference rate' })
  source: string;
}

/** Money that funds needs; written again under its key, it replaces what was there. */
export class ContributionInput {
  @Text({ max: 40, pattern: [/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'SP-ES-2024'], example: 'SP-ES-2024' })
  key: string;

  @Whole(YEAR)
  year: number;

  @Text({ max: 200, example: 'Spain' })
  contributorEn: string;

  @Text({ max: 200, example: 'España' })
  contributorEs: string;

  @Bool({ optional: true, description: 'Given by a member of the Support Platform' })
  supportPlatformMember?: boolean;

  @Bool({
    optional: true,
    example: false,
    description: 'Said in public, not known to be paid: counts as announced, not as funding',
  })
  announced?: boolean;

  @Text({ optional: true, max: 40, example: 'FUND-CR', description: 'Key of the project that it pays' })
  project?: string | null;

  @Text({ ...CODE, optional: true, description: 'Code of the commitment that it funds' })
  commitment?: string | null;

  @Text({ ...STATE, optional: true, description: 'Left out: that of commitment or project, else the region' })
  state?: string | null;

  @Text({ optional: true, max: 60, example: 'protection', description: 'Left out: that of the commitment' })
  area?: string | null;

  @Text(AMOUNT)
  amount: string;

  @Text(CURRENCY)
  currency: string;

  @TextList(SOURCES)
  sources: string[];
}

export class QuantificationQuery {
  @Whole(YEAR)
  year: number;

  @Text({ ...CURRENCY, optional: true, default: 'USD', description: 'Currency of the sums' })
  currency: string = 'USD';
}

export class NeedsQuery {
  @Whole({ ...YEAR, optional: true })
  year?: number;

  @Text({ ...STATE, optional: true })
  state?: string;

  @Uuid({ optional: true, description: 'Of this commitment only' })
  commitment?: string;
}

export class ContributionsQuery extends NeedsQuery {
  @Bool({ optional: true, description: 'Only from members of the Support Platform, or only from others' })
  supportPlatform?: boolean;
}

export class ContributionDto extends ContributionInput {
  @Whole({ example: 1 })
  version: number;
}

export class RateDto extends RateInput {
  @Whole({ example: 1 })
  version: number;
}

export class NeedDto extends NeedInput {
  @Uuid()
  id: string;

  @Uuid()
  commitmentId: string;

  @Text(STATE)
  state: string;

  @Whole({ example: 1 })
  version: number;
}

export class LeftOutDto {
  @Text(CURRENCY)
  currency: string;

  @Whole({ example: 2, description: 'How many amounts' })
  count: number;
}

export class MoneyDto extends LeftOutDto {
  @Text(AMOUNT)
  amount: string;
}

export class TotalDto {
  @Text(CURRENCY)
  currency: string;

  @Text({ ...AMOUNT, optional: true, description: 'Null: nothing could be summed in this currency' })
  amount: string | null;

  @Whole({ example: 2, description: 'Sums by currency that went in' })
  converted: number;

  @Nested(() => MoneyDto, { many: true, description: 'What has no stated rate, by currency' })
  apart: MoneyDto[];
}

export class GapRowDto {
  @OneOf(['region', 'state', 'area'])
  scope: 'region' | 'state' | 'area';

  @Text({
    optional: true,
    example: 'MX',
    description: 'State or shared area; null: the region, or no area known',
  })
  key: string | null;

  @Whole({ example: 2, description: 'Commitments with a need in the year' })
  quantified: number;

  @Nested(() => TotalDto)
  ownResources: TotalDto;

  @Nested(() => TotalDto)
  sought: TotalDto;

  @Nested(() => TotalDto)
  funded: TotalDto;

  @Nested(() => TotalDto, { description: 'Contributions that were announced; part of no other sum' })
  announced: TotalDto;

  @Text({
    optional: true,
    max: 20,
    example: '880.00',
    description: 'Sought less funded; null: nothing sought is known',
  })
  gap: string | null;

  @Nested(() => LeftOutDto, {
    many: true,
    description: 'Amounts sought or funded that the gap does not hold, because nobody stated a rate',
  })
  leftOut: LeftOutDto[];
}
