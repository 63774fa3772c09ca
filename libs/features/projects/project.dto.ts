import { QUALIFIERS, type Qualifier } from '#features/progress';
import { Bool, DateOnly, LongText, Nested, Num, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { DAY_PRECISIONS, type DayPrecision } from './project.vocabulary.js';

import { AMOUNT, CURRENCY, FurtherBeneficiaries, KEY, ProjectReportInput, STATE } from './project.input.js';

export class ProjectSummaryDto {
  @Uuid()
  id: string;

  @Text(KEY)
  key: string;

  @Text({ example: 'mirps_fund' })
  programme: string;

  @Text({ ...STATE, optional: true, description: 'Null: a project of the whole region' })
  state: string | null;

  @Text({ optional: true, example: 'CR:DGME' })
  executingEntity: string | null;

  @Text({ optional: true, example: 'REG:SPAIN', description: 'Its own donor, else the programme’s' })
  donor: string | null;

  @Text({ example: 'Better identification and referral' })
  titleEn: string;

  @Text({ example: 'Mejor identificación y canalización' })
  titleEs: string;

  @Text({ ...AMOUNT, optional: true })
  amount: string | null;

  @Text({ ...CURRENCY, optional: true })
  currency: string | null;

  @DateOnly({ optional: true })
  expectedEndOn: string | null;

  @OneOf(DAY_PRECISIONS)
  expectedEndPrecision: DayPrecision;

  @Whole({ optional: true, example: 23000 })
  beneficiariesExpected: number | null;

  @OneOf(QUALIFIERS, { optional: true, example: 'about' })
  beneficiariesQualifier: Qualifier | null;

  @Nested(() => FurtherBeneficiaries, { many: true, description: 'People counted apart from those' })
  furtherBeneficiaries: FurtherBeneficiaries[];

  @Num({
    optional: true,
    example: 75,
    description: 'Of the latest report that gives one; null: none was reported',
  })
  percent: number | null;

  @DateOnly({ optional: true, description: 'Day for which the percent holds' })
  percentAsOf: string | null;

  @OneOf(DAY_PRECISIONS, { optional: true, description: 'How exactly that day is known' })
  percentPrecision: DayPrecision | null;

  @Text({ optional: true, example: '75% complete', description: 'Of the latest report that words it' })
  statusEn: string | null;

  @Text({ optional: true, example: '75 % de avance' })
  statusEs: string | null;

  @Whole({ optional: true, example: 32000, description: 'Of the latest report that gives one' })
  reached: number | null;

  @OneOf(QUALIFIERS, { optional: true, example: 'more_than' })
  reachedQualifier: Qualifier | null;

  @Whole({ example: 2 })
  reports: number;

  @Whole({ example: 1 })
  version: number;
}

export class ProjectReportDto extends ProjectReportInput {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  number: number;
}

export class ProjectCommitmentDto {
  @Uuid()
  id: string;

  @Text({ example: 'CR-02' })
  code: string;

  @Text({ optional: true, example: 'Asylum procedures' })
  titleEn: string | null;

  @Text({ optional: true, example: 'Procedimientos de asilo' })
  titleEs: string | null;
}

export class ProjectDto extends ProjectSummaryDto {
  @LongText({ optional: true })
  noteEn: string | null;

  @LongText({ optional: true })
  noteEs: string | null;

  @TextList({ max: 500, example: ['MIRPS Annual Report 2024'] })
  sources: string[];

  @Text({ optional: true, example: 'REG:SPAIN', description: 'Only when it is not the programme’s' })
  ownDonor: string | null;

  @Nested(() => ProjectCommitmentDto, { many: true })
  commitments: ProjectCommitmentDto[];

  @Bool({ description: 'Whether the reader may change it and report on it' })
  mayWrite: boolean;

  @Nested(() => ProjectReportDto, { many: true, description: 'Latest first' })
  history: ProjectReportDto[];
}

export class ProgrammeDto {
  @Text({ example: 'mirps_fund' })
  key: string;

  @Text({ example: 'MIRPS Fund' })
  nameEn: string;

  @Text({ example: 'Fondo MIRPS' })
  nameEs: string;

  @Text({ optional: true, example: 'REG:SPAIN' })
  donor: string | null;

  @Text({ ...AMOUNT, optional: true, description: 'What the donor gives the programme as a whole' })
  amount: string | null;

  @Text({ ...CURRENCY, optional: true })
  currency: string | null;
}

export class PortfolioAmountDto {
  @Text(CURRENCY)
  currency: string;

  @Text(AMOUNT)
  amount: string;

  @Whole({ example: 3, description: 'Projects with an amount in this currency' })
  projects: number;
}

export class PortfolioRowDto {
  @OneOf(['all', 'programme', 'state'])
  scope: 'all' | 'programme' | 'state';

  @Text({ optional: true, example: 'CR' })
  key: string | null;

  @Whole({ example: 2 })
  projects: number;

  @Whole({ example: 1, description: 'Projects of which a percent was reported' })
  withPercent: number;

  @Num({ optional: true, example: 75, description: 'Mean of those; null when there are none' })
  meanPercent: number | null;

  @Whole({ example: 1, description: 'Projects whose amount is not known' })
  withoutAmount: number;

  @Nested(() => PortfolioAmountDto, { many: true, description: 'One sum a currency, never across' })
  amounts: PortfolioAmountDto[];
}
