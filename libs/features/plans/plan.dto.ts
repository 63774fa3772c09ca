import { DateOnly, Instant, LongText, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { CommitmentDto } from './commitment.dto.js';
import { CommitmentInput } from './commitment.input.js';
import { PLAN_BASES, PLAN_STATUSES, type PlanBasis, type PlanStatus } from './plan.vocabulary.js';

const STATE_CODE = { min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };
const NOTE_EN = 'From the regional template, not the State’s own wording';
const NOTE_ES = 'Tomado de la plantilla regional; no es la redacción propia del Estado';
const PUBLISHED_SOURCE_URL = {
  optional: true,
  max: 500,
  pattern: [/^https?:\/\/\S+$/, 'https://example.org/page'] as [RegExp, string],
  example: 'https://mirps-platform.org/',
};
const PUBLISHED_NOTE_EN = {
  optional: true,
  max: 2000,
  description: 'What to know of that number',
  example: 'Read on a page of 2021; it may be out of date',
};
const PUBLISHED_NOTE_ES = {
  optional: true,
  max: 2000,
  example: 'Leído en una página de 2021; puede estar desactualizado',
};

/** What can be said of a plan beside its commitments. */
class PlanText {
  @Text({ max: 300, example: 'National Action Plan of Mexico' })
  titleEn: string;

  @Text({ max: 300, example: 'Plan de Acción Nacional de México' })
  titleEs: string;

  @LongText({ optional: true, max: 2000, description: 'Shown wherever the plan shows', example: NOTE_EN })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000, example: NOTE_ES })
  noteEs?: string | null;

  @Whole({
    optional: true,
    min: 0,
    max: 10_000,
    description: 'How many commitments the State published',
    example: 33,
  })
  publishedCommitments?: number | null;

  @Text({
    optional: true,
    max: 500,
    description: 'Who says so',
    example: 'Country page of the MIRPS platform',
  })
  publishedSource?: string | null;

  @Text(PUBLISHED_SOURCE_URL)
  publishedSourceUrl?: string | null;

  @LongText(PUBLISHED_NOTE_EN)
  publishedNoteEn?: string | null;

  @LongText(PUBLISHED_NOTE_ES)
  publishedNoteEs?: string | null;
}

export class PlanInput extends PlanText {
  @Text(STATE_CODE)
  stateCode: string;

  @Text({
    optional: true,
    max: 60,
    description: 'Start from this template; not together with `commitments`',
    example: 'regional',
  })
  template?: string | null;

  @Nested(() => CommitmentInput, {
    many: true,
    optional: true,
    max: 1000,
    description: 'The whole plan at once, in order',
  })
  commitments?: CommitmentInput[];
}

export class PlanChange {
  @Text({ optional: true, min: 1, max: 300, example: 'National Action Plan of Mexico' })
  titleEn?: string;

  @Text({ optional: true, min: 1, max: 300, example: 'Plan de Acción Nacional de México' })
  titleEs?: string;

  @OneOf(PLAN_BASES, { optional: true, description: '`own` once the State has found its own words' })
  basis?: PlanBasis;

  @LongText({ optional: true, max: 2000, example: NOTE_EN })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000, example: NOTE_ES })
  noteEs?: string | null;

  @Whole({ optional: true, min: 0, max: 10_000, example: 33 })
  publishedCommitments?: number | null;

  @Text({ optional: true, max: 500, example: 'Country page of the MIRPS platform' })
  publishedSource?: string | null;

  @Text(PUBLISHED_SOURCE_URL)
  publishedSourceUrl?: string | null;

  @LongText(PUBLISHED_NOTE_EN)
  publishedNoteEn?: string | null;

  @LongText(PUBLISHED_NOTE_ES)
  publishedNoteEs?: string | null;
}

export class PlanSummaryDto extends PlanText {
  @Uuid()
  id: string;

  @Text(STATE_CODE)
  stateCode: string;

  @Whole({ example: 1, description: 'Counts the State’s plan versions' })
  versionNumber: number;

  @OneOf(PLAN_STATUSES)
  status: PlanStatus;

  @OneOf(PLAN_BASES, { description: 'Whose words these are' })
  basis: PlanBasis;

  @DateOnly({ optional: true })
  adoptedOn: string | null;

  @Whole({ example: 33 })
  commitmentCount: number;

  @Whole({ example: 4, description: 'Rises with every change of the plan or of anything in it; its ETag' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class PlanDto extends PlanSummaryDto {
  @Nested(() => CommitmentDto, { many: true })
  commitments: CommitmentDto[];
}

export class PlansQuery {
  @Text({ ...STATE_CODE, optional: true })
  state?: string;

  @OneOf(PLAN_STATUSES, { optional: true, example: 'adopted' })
  status?: PlanStatus;
}

export class AdoptInput {
  @DateOnly({
    optional: true,
    description: 'Day of the decision; today in the State when left out, null when nobody knows',
  })
  adoptedOn?: string | null;
}

export class ReviseInput {
  @LongText({
    optional: true,
    max: 2000,
    description: 'Why the plan is revised; kept in the audit trail',
    example: 'Mid-term revision',
  })
  reason?: string;
}

export class PlanTemplateInput {
  @Text({ max: 300, example: 'Regional template' })
  titleEn: string;

  @Text({ max: 300, example: 'Plantilla regional' })
  titleEs: string;

  @LongText({ max: 2000, description: 'Note that plans made from it carry', example: NOTE_EN })
  noteEn: string;

  @LongText({ max: 2000, example: NOTE_ES })
  noteEs: string;

  @Nested(() => CommitmentInput, { many: true, max: 1000 })
  commitments: CommitmentInput[];
}

export class PlanTemplateSummaryDto {
  @Text({ example: 'regional' })
  key: string;

  @Text({ example: 'Regional template' })
  titleEn: string;

  @Text({ example: 'Plantilla regional' })
  titleEs: string;

  @LongText({ example: NOTE_EN })
  noteEn: string;

  @LongText({ example: NOTE_ES })
  noteEs: string;

  @Whole({ example: 33 })
  commitmentCount: number;

  @Instant()
  updatedAt: string;

  @Whole({ example: 1 })
  version: number;
}

export class PlanTemplateDto extends PlanTemplateSummaryDto {
  @Nested(() => CommitmentInput, { many: true })
  commitments: CommitmentInput[];
}
