import { Bool, DateOnly, Instant, LongText, Nested, Num, OneOf, PageQuery, Text, TextList, Uuid, Whole } from '#platform/http';
import {
  BASES,
  type Basis,
  EVIDENCE_KINDS,
  type EvidenceKind,
  FACT_KINDS,
  FACT_MATCHES,
  FACT_SECTIONS,
  type FactKind,
  type FactMatch,
  type FactSection,
  FIGURE_ROLES,
  type FigureRole,
  type Qualifier,
  QUALIFIERS,
  REVIEW_STATES,
  type ReviewState,
  VALUE_STATES,
  VALUE_TYPES,
  type ValueState,
  type ValueType,
} from './progress.vocabulary.js';

const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

/** One category of a figure's breakdown. */
export class FigurePartDto {
  @Text({ example: 'nationality' })
  dimension: string;

  @Text({ example: 'Honduras' })
  categoryEn: string;

  @Text({ example: 'Honduras' })
  categoryEs: string;

  @Num({ optional: true, example: 69.1 })
  value: number | null;

  @Text({ optional: true, max: 100, example: 'percent' })
  unitEn?: string | null;

  @Text({ optional: true, max: 100, example: 'por ciento' })
  unitEs?: string | null;
}

/** A value with everything needed to read it rightly. */
export class FigureDto {
  @Num({ optional: true, description: 'Null exactly when `valueState` is unknown or not_reported; zero is a value', example: 156 })
  value: number | null;

  @OneOf(VALUE_STATES, { example: 'reported' })
  valueState: ValueState;

  @OneOf(VALUE_TYPES, { example: 'count' })
  valueType: ValueType;

  @OneOf(QUALIFIERS, { example: 'exact' })
  qualifier: Qualifier;

  @OneOf(BASES, { example: 'period' })
  basis: Basis;

  @OneOf(FIGURE_ROLES, { example: 'observed' })
  role: FigureRole;

  @Text({ optional: true, max: 100, example: 'interviews' })
  unitEn?: string | null;

  @Text({ optional: true, max: 100, example: 'entrevistas' })
  unitEs?: string | null;

  @Text({ optional: true, max: 3, description: 'ISO 4217, for money', example: 'USD' })
  currency?: string | null;

  @Bool({ optional: true, description: 'Converted from another currency', example: false })
  converted?: boolean;

  @DateOnly({ optional: true, description: 'Day of the exchange rate' })
  rateOn?: string | null;

  @Num({ optional: true, description: 'Part of a share', example: 40 })
  numerator?: number | null;

  @Num({ optional: true, description: 'Whole of a share', example: 120 })
  denominator?: number | null;

  @TextList({ optional: true, most: 20, description: 'Levels from lowest to highest; the value is a place on it, from 1' })
  ordinalScale?: string[] | null;

  @DateOnly({ optional: true, example: '2024-01-01' })
  windowStart?: string | null;

  @DateOnly({ optional: true, example: '2024-09-30' })
  windowEnd?: string | null;

  @Text({ optional: true, description: 'The window in the words of the source', example: 'January-September 2024' })
  windowTextEn?: string | null;

  @Text({ optional: true, example: 'enero a septiembre de 2024' })
  windowTextEs?: string | null;

  @Text({ optional: true, description: 'Whom it is about', example: 'asylum seekers' })
  population?: string | null;

  @Text({ optional: true, example: 'Interviews held' })
  labelEn?: string | null;

  @Text({ optional: true, example: 'Entrevistas realizadas' })
  labelEs?: string | null;

  @DateOnly({ optional: true, description: 'Day on which it was so', example: '2024-09-30' })
  asOf?: string | null;

  @Text({ optional: true, max: 500, example: 'Refugees Department' })
  source?: string | null;

  @Nested(() => FigurePartDto, { many: true, optional: true, max: 200 })
  disaggregation?: FigurePartDto[] | null;
}

export class EvidenceDto {
  @Text({ max: 300, example: 'COMAR statistics, September 2024' })
  title: string;

  @OneOf(EVIDENCE_KINDS, { example: 'link' })
  kind: EvidenceKind;

  @Text({ optional: true, max: 2000, pattern: [/^https?:\/\//, 'https://…'], description: 'For links', example: 'https://www.gob.mx/comar' })
  url?: string | null;

  @Text({ optional: true, max: 300, description: 'For files: where the upload put it' })
  storageKey?: string | null;
}

export class FactCommitmentDto {
  @Uuid()
  commitmentId: string;

  @OneOf(FACT_MATCHES, { example: 'direct' })
  match: FactMatch;
}

/** Something that happened or was counted, in at least one language. */
export class FactContent {
  @Text({ optional: true, max: 40, description: 'Fixed name in the source material', example: 'BZ24-03' })
  code?: string | null;

  @OneOf(FACT_KINDS, { example: 'indicator_observation' })
  kind: FactKind;

  @LongText({ optional: true, max: 5000, example: 'Interviews to decide refugee status' })
  textEn?: string | null;

  @LongText({ optional: true, max: 5000, example: 'Entrevistas para determinar la condición de refugiado' })
  textEs?: string | null;

  @TextList({ optional: true, most: 50, example: ['Refugees Department (BZ)'] })
  institutions?: string[];

  @Text({ optional: true, max: 500, example: 'MIRPS Annual Report 2024, line 564' })
  source?: string | null;

  @LongText({ optional: true, max: 2000, description: 'What a reader must know about it', example: 'The window lies before 2024.' })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000, example: 'El período es anterior a 2024.' })
  noteEs?: string | null;

  @Nested(() => FigureDto, { many: true, optional: true, max: 100 })
  figures?: FigureDto[];

  @Nested(() => FactCommitmentDto, { many: true, optional: true, max: 50, description: 'Commitments that it answers beside that of its update' })
  commitments?: FactCommitmentDto[];

  @Nested(() => EvidenceDto, { many: true, optional: true, max: 50 })
  evidence?: EvidenceDto[];
}

/** A fact that no commitment answers: it stands free in a State's cycle. */
export class FreeFactContent extends FactContent {
  @Text({ optional: true, max: 60, description: 'Area; leave out when there is a section', example: 'GT:internal_displacement' })
  areaKey?: string | null;

  @OneOf(FACT_SECTIONS, { optional: true, description: 'Report section of what belongs to no area', example: 'context' })
  section?: FactSection | null;
}

export class CreateFact extends FreeFactContent {
  @Text({ max: 20, example: '2024-annual' })
  cycleKey: string;

  @Text(STATE)
  stateCode: string;
}

export class FactDto extends FreeFactContent {
  @Uuid()
  id: string;

  @Uuid({ optional: true, description: 'Its update; null when it stands free' })
  updateId: string | null;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Text(STATE)
  stateCode: string;

  @OneOf(REVIEW_STATES, { example: 'approved' })
  reviewState: ReviewState;

  @Text({ optional: true })
  returnReason: string | null;

  @Uuid({ optional: true })
  authorId: string | null;

  @Instant({ optional: true })
  decidedAt: string | null;

  @Whole({ example: 2 })
  version: number;
}

export class FactsQuery extends PageQuery {
  @Text({ optional: true, max: 20, description: 'Cycle', example: '2024-annual' })
  cycle?: string;

  @Text({ optional: true, ...STATE, description: 'State code' })
  state?: string;

  @Bool({ optional: true, description: 'Only those that belong to no update', example: true })
  freeStanding?: boolean;
}
