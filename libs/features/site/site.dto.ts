import { OmitType, PickType } from '@nestjs/swagger';
import { CYCLE_KINDS, type CycleKind } from '#features/cycles';
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
import { Bool, DateOnly, Instant, LongText, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { STANDINGS, TABLE_FORMATS, type TableFormat } from './site.vocabulary.js';

export class EditionDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ example: 2024 })
  year: number;

  @OneOf(CYCLE_KINDS, { example: 'annual' })
  kind: CycleKind;

  @DateOnly({ example: '2024-01-01' })
  factsFrom: string;

  @DateOnly({ example: '2024-12-31' })
  factsTo: string;

  @Uuid()
  snapshotId: string;

  @Whole({ description: 'Number of the snapshot within its cycle', example: 1 })
  number: number;

  @Text({
    description: 'SHA-256 of the frozen text, by which anybody can tell two editions apart',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;

  @Instant({ description: 'When the region endorsed it' })
  frozenAt: string;

  @Instant({ optional: true })
  publishedAt: string | null;
}

export class CitedEditionDto extends EditionDto {
  @Text({ max: 500, example: 'MIRPS (2025). Progress of the States’ commitments 2024, annual. …' })
  citeEn: string;

  @Text({ max: 500, example: 'MIRPS (2025). Avances de los compromisos de los Estados 2024, anual. …' })
  citeEs: string;
}

export class LicenceDto {
  @Text({ description: 'SPDX name', example: 'CC-BY-4.0' })
  key: string;

  @Text({ example: 'Creative Commons Attribution 4.0 International' })
  name: string;

  @Text({ example: 'https://creativecommons.org/licenses/by/4.0/' })
  url: string;
}

export class PublicationsDto {
  @Nested(() => LicenceDto, {
    optional: true,
    description: 'Null: none was stated, so ask before other use than citing',
  })
  licence: LicenceDto | null;

  @Nested(() => CitedEditionDto, { many: true })
  editions: CitedEditionDto[];
}

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
