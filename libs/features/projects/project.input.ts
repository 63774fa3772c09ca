import { QUALIFIERS, type Qualifier } from '#features/progress';
import {
  DateOnly,
  LongText,
  Nested,
  Num,
  OneOf,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform/http';
import { DAY_PRECISIONS, type DayPrecision } from './project.vocabulary.js';

export const STATE = { min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'CR' };
export const AMOUNT = {
  max: 18,
  pattern: [/^\d{1,15}(\.\d{1,2})?$/, '1250000.50'] as [RegExp, string],
  example: '250000.00',
};
export const CURRENCY = {
  min: 3,
  max: 3,
  pattern: [/^[A-Z]{3}$/, 'USD'] as [RegExp, string],
  example: 'USD',
};
export const KEY = {
  max: 40,
  pattern: [/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'FUND-CR'] as [RegExp, string],
  example: 'FUND-CR',
};

/** People whom a source counts apart from the others who are expected to benefit. */
export class FurtherBeneficiaries {
  @Whole({ min: 0, max: 1_000_000_000, example: 10000 })
  people: number;

  @OneOf(QUALIFIERS, { example: 'nearly' })
  qualifier: Qualifier;

  @Text({ max: 200, example: 'in a vulnerable situation' })
  nameEn: string;

  @Text({ max: 200, example: 'en situación de vulnerabilidad' })
  nameEs: string;
}

/** What a person writes of a project; lists are replaced whole. */
export class ProjectInput {
  @Text(KEY)
  key: string;

  @Text({ max: 40, example: 'mirps_fund', description: 'A key of GET /api/projects/programmes' })
  programme: string;

  @Text({ ...STATE, optional: true, description: 'Left out: a project of the whole region' })
  state?: string | null;

  @Text({
    optional: true,
    max: 70,
    example: 'CR:DGME',
    description: 'Key of the institution that carries it out',
  })
  executingEntity?: string | null;

  @Text({
    optional: true,
    max: 70,
    example: 'REG:SPAIN',
    description: 'Key of who pays, if not the programme’s donor',
  })
  donor?: string | null;

  @Text({ max: 300, example: 'Better identification and referral' })
  titleEn: string;

  @Text({ max: 300, example: 'Mejor identificación y canalización' })
  titleEs: string;

  @Text({ ...AMOUNT, optional: true, description: 'Decimal text, in units of the currency' })
  amount?: string | null;

  @Text({ ...CURRENCY, optional: true })
  currency?: string | null;

  @DateOnly({ optional: true, description: 'Last day of what is named: of the month with precision `month`' })
  expectedEndOn?: string | null;

  @OneOf(DAY_PRECISIONS, { optional: true, example: 'month' })
  expectedEndPrecision?: DayPrecision | null;

  @Whole({ optional: true, min: 0, max: 1_000_000_000, example: 23000, description: 'People' })
  beneficiariesExpected?: number | null;

  @OneOf(QUALIFIERS, { optional: true, example: 'about' })
  beneficiariesQualifier?: Qualifier | null;

  @Nested(() => FurtherBeneficiaries, { many: true, optional: true, max: 10 })
  furtherBeneficiaries?: FurtherBeneficiaries[];

  @LongText({ optional: true })
  noteEn?: string | null;

  @LongText({ optional: true })
  noteEs?: string | null;

  @TextList({ optional: true, max: 8, most: 300, example: ['CR-02'], description: 'Codes of commitments' })
  commitments?: string[];

  @TextList({ optional: true, max: 500, most: 30, example: ['MIRPS Annual Report 2024'] })
  sources?: string[];
}

/** One report on a project; those before it stay. */
export class ProjectReportInput {
  @DateOnly({ optional: true, description: 'The day for which it holds' })
  asOf?: string | null;

  @OneOf(DAY_PRECISIONS, { example: 'day' })
  asOfPrecision: DayPrecision;

  @Num({ optional: true, min: 0, max: 100, example: 75, description: 'As reported; left out: none was' })
  percent?: number | null;

  @Text({ optional: true, max: 300, example: '75% complete' })
  statusEn?: string | null;

  @Text({ optional: true, max: 300, example: '75 % de avance' })
  statusEs?: string | null;

  @Whole({ optional: true, min: 0, max: 1_000_000_000, example: 32000, description: 'People reached' })
  reached?: number | null;

  @OneOf(QUALIFIERS, { optional: true, example: 'more_than' })
  reachedQualifier?: Qualifier | null;

  @TextList({ max: 500, most: 30, example: ['MIRPS Annual Report 2024'] })
  sources: string[];
}

export class ProjectsQuery extends PageQuery {
  @Text({ optional: true, max: 40, example: 'mirps_fund' })
  programme?: string;

  @Text({ ...STATE, optional: true })
  state?: string;

  @Uuid({ optional: true, description: 'Projects that help to carry out this commitment' })
  commitment?: string;

  @Text({ optional: true, max: 100, description: 'Part of the key or a title', example: 'border' })
  q?: string;
}
