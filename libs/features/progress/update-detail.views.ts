import { CYCLE_STATES, type CycleState } from '#features/cycles';
import { Instant, LongText, Nested, Num, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { EvidenceView, FactView } from './fact.views.js';
import { UPDATE_ACTIONS, type UpdateAction } from './progress.rules.js';
import { REVIEW_STATES, type ReviewState } from './progress.vocabulary.js';
import { MilestonePercentDto } from './update.dto.js';
import { UpdateSummary } from './update.views.js';

export class MilestoneStanding extends MilestonePercentDto {
  @Text({ example: 'Office opened' })
  titleEn: string;

  @Text({ example: 'Oficina abierta' })
  titleEs: string;

  @Num({ example: 1 })
  weight: number;
}

export class RevisionDto {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  revision: number;

  @OneOf(REVIEW_STATES)
  reviewState: ReviewState;

  @Text({ optional: true })
  revisionReason: string | null;

  @Instant({ optional: true })
  decidedAt: string | null;
}

export class HistoryEntry {
  @Instant()
  at: string;

  @Text({ example: 'Ana Pérez' })
  actorName: string;
  @Text({
    optional: true,
    example: 'Luis Gómez',
    description: 'Who was absent and had handed their powers over; null when the actor used their own',
  })
  onBehalfOfName: string | null;

  @Text({ example: 'update.approve' })
  action: string;

  @Text({ optional: true })
  reason: string | null;

  @Whole({ example: 1 })
  revision: number;
}

/** An update with everything that belongs to it. */
export class UpdateDetail extends UpdateSummary {
  @OneOf(CYCLE_STATES, { example: 'open' })
  cycleState: CycleState;

  @Instant({ optional: true })
  decidedAt: string | null;

  @LongText({ optional: true })
  challengesEn: string | null;

  @LongText({ optional: true })
  challengesEs: string | null;

  @LongText({ optional: true })
  nextStepsEn: string | null;

  @LongText({ optional: true })
  nextStepsEs: string | null;

  @LongText({ optional: true })
  supportNeededEn: string | null;

  @LongText({ optional: true })
  supportNeededEs: string | null;

  @Text({ optional: true })
  returnReason: string | null;

  @Text({ optional: true })
  revisionReason: string | null;

  @Uuid({ optional: true })
  authorId: string | null;

  @Nested(() => FactView, { many: true })
  facts: FactView[];

  @Nested(() => EvidenceView, { many: true })
  evidence: EvidenceView[];

  @Nested(() => MilestoneStanding, { many: true })
  milestones: MilestoneStanding[];

  @Nested(() => RevisionDto, {
    many: true,
    description: 'All revisions that the reader may see, latest first',
  })
  revisions: RevisionDto[];

  @Nested(() => HistoryEntry, {
    many: true,
    description: 'What was done, oldest first; empty for the public',
  })
  history: HistoryEntry[];

  @TextList({ words: UPDATE_ACTIONS, description: 'What the reader may do with it now' })
  actions: UpdateAction[];
}
