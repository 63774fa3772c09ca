import { Instant, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { EvidenceFileView } from './evidence-file.dto.js';
import { EvidenceDto, FactCommitmentDto, FactContent } from './fact.dto.js';
import { FigureView } from './figure.dto.js';
import { FACT_SECTIONS, type FactSection, REVIEW_STATES, type ReviewState } from './progress.vocabulary.js';

export class EvidenceView extends EvidenceDto {
  @Uuid()
  id: string;

  @Nested(() => EvidenceFileView, { optional: true, description: 'Of files' })
  file: EvidenceFileView | null;
}

export class FactCommitmentView extends FactCommitmentDto {
  @Text({ example: 'MX-01' })
  code: string;
}

/** A fact as it is read: what was written, with the ids of its parts. */
export class FactView extends FactContent {
  @Uuid()
  id: string;

  @Nested(() => FigureView, { many: true })
  declare figures: FigureView[];

  @Nested(() => FactCommitmentView, { many: true })
  declare commitments: FactCommitmentView[];

  @Nested(() => EvidenceView, { many: true })
  declare evidence: EvidenceView[];
}

/** A fact with where it stands. */
export class FactDto extends FactView {
  @Uuid({ optional: true, description: 'Its update; null when it stands free' })
  updateId: string | null;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @Text({ optional: true, example: 'GT:internal_displacement' })
  areaKey: string | null;

  @OneOf(FACT_SECTIONS, { optional: true, example: 'context' })
  section: FactSection | null;

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
