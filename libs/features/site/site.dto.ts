import { OmitType, PickType } from '@nestjs/swagger';
import {
  EvidenceDto,
  FACT_SECTIONS,
  FactContent,
  type FactSection,
  OUTLOOKS,
  type Outlook,
  type Stage,
  STAGES,
  UpdateDetail,
} from '#features/progress';
import { RollupCellDto } from '#features/rollups';
import { Bool, LongText, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { EditionDto } from './publications.dto.js';
import { STANDINGS, TABLE_FORMATS, type TableFormat } from './site.vocabulary.js';

export class PublicRegionDto {
  @Nested(() => EditionDto)
  edition: EditionDto;

  @Nested(() => RollupCellDto, { many: true })
  cells: RollupCellDto[];
}

export class PublicInstitutionDto {
  @OneOf(['lead', 'partner'])
  role: 'lead' | 'partner';

  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text({ example: 'Mexican Commission for Refugee Assistance' })
  nameEn: string;

  @Text({ example: 'Comisión Mexicana de Ayuda a Refugiados' })
  nameEs: string;
}

/** What was approved of a commitment, without the people who wrote and approved it. */
export class PublicUpdateDto extends PickType(UpdateDetail, [
  ...(['percent', 'percentSource', 'illustrative', 'noChange', 'narrativeEn', 'narrativeEs'] as const),
  ...(['challengesEn', 'challengesEs', 'nextStepsEn', 'nextStepsEs'] as const),
  ...(['supportNeededEn', 'supportNeededEs'] as const),
]) {
  @OneOf(STAGES)
  stage: Stage;

  @OneOf(OUTLOOKS)
  outlook: Outlook;

  @Nested(() => EvidenceDto, { many: true })
  evidence: EvidenceDto[];
}

export class PublicFactDto extends OmitType(FactContent, ['commitments', 'evidence']) {
  @Text({ optional: true, example: 'GT:internal_displacement' })
  areaKey: string | null;

  @OneOf(FACT_SECTIONS, { optional: true, example: 'context' })
  section: FactSection | null;

  @Bool({ description: 'Reported in the mid-year cycle of the same year', example: false })
  ofMidYear: boolean;
}

export class PublicCommitmentDto {
  @Uuid()
  id: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Whole({ example: 1 })
  number: number;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text({ max: 1000, example: 'Strengthen asylum procedures' })
  titleEn: string;

  @Text({ max: 1000, example: 'Fortalecer los procedimientos de asilo' })
  titleEs: string;

  @LongText({ optional: true })
  summaryEn: string | null;

  @LongText({ optional: true })
  summaryEs: string | null;

  @Nested(() => PublicInstitutionDto, { many: true })
  institutions: PublicInstitutionDto[];

  @OneOf(STANDINGS, { description: '`carried_forward`: an earlier value, which is not counted' })
  standing: (typeof STANDINGS)[number];

  @LongText({ optional: true, description: 'Why nothing was reported' })
  explanationEn: string | null;

  @LongText({ optional: true })
  explanationEs: string | null;

  @Nested(() => PublicUpdateDto, { optional: true })
  update: PublicUpdateDto | null;

  @Nested(() => PublicFactDto, { many: true })
  facts: PublicFactDto[];
}

export class PublicPlanDto {
  @Text({ example: 'National Action Plan' })
  titleEn: string;

  @Text({ example: 'Plan de Acción Nacional' })
  titleEs: string;

  @Text({ description: '`own`: the State’s own words; `regional_template`: not', example: 'own' })
  basis: string;

  @LongText({ optional: true })
  noteEn: string | null;

  @LongText({ optional: true })
  noteEs: string | null;

  @Whole({ optional: true, description: 'As the State itself published it', example: 33 })
  publishedCommitments: number | null;
}

export class PublicStateDto {
  @Nested(() => EditionDto)
  edition: EditionDto;

  @Text({ example: 'MX' })
  code: string;

  @Text({ example: 'Mexico' })
  nameEn: string;

  @Text({ example: 'México' })
  nameEs: string;

  @LongText({ optional: true, description: 'Who follows the plan up at home' })
  mechanismEn: string | null;

  @LongText({ optional: true })
  mechanismEs: string | null;

  @Nested(() => PublicPlanDto, { optional: true })
  plan: PublicPlanDto | null;

  @Nested(() => RollupCellDto, { many: true, description: 'Of the State and of its areas' })
  cells: RollupCellDto[];

  @Nested(() => PublicCommitmentDto, { many: true })
  commitments: PublicCommitmentDto[];

  @Nested(() => PublicFactDto, { many: true, description: 'Facts that answer no commitment' })
  facts: PublicFactDto[];
}

export class EditionQuery {
  @Text({
    optional: true,
    max: 50,
    description: 'Key of a published cycle; without it, the newest that was published',
    example: '2024-annual',
  })
  cycle?: string;
}

export class TableQuery extends EditionQuery {
  @Text({
    optional: true,
    max: 2,
    pattern: [/^[A-Z]{2}$/, 'MX'],
    description: 'Of one State alone',
    example: 'MX',
  })
  state?: string;

  @Text({ optional: true, max: 60, description: 'Of one area alone', example: 'protection' })
  area?: string;

  @OneOf(TABLE_FORMATS, { optional: true, description: 'JSON, unless said otherwise', example: 'csv' })
  format?: TableFormat;
}
