import { EXPLANATION_KINDS, type ExplanationKind } from '#features/cycles';
import { Bool, DateOnly, Instant, LongText, Nested, Num, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { EvidenceDto, FactContent } from './fact.dto.js';
import { UPDATE_ACTIONS, type UpdateAction } from './progress.rules.js';
import {
  ILLUSTRATIVE_FIELDS,
  type IllustrativeField,
  type Outlook,
  OUTLOOKS,
  PERCENT_SOURCES,
  type PercentSource,
  REVIEW_STATES,
  type ReviewState,
  type Stage,
  STAGES,
} from './progress.vocabulary.js';
import { MilestonePercentDto } from './update.dto.js';

const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

/** What creating and moving an update answers. */
export class UpdateReceipt {
  @Uuid()
  id: string;

  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Text(STATE)
  stateCode: string;

  @Text({ example: 'protection' })
  areaKey: string;

  @Whole({ example: 1 })
  revision: number;

  @OneOf(REVIEW_STATES, { example: 'draft' })
  reviewState: ReviewState;

  @Whole({ description: 'Send it as If-Match when saving', example: 1 })
  version: number;
}

/** An update as lists show it. */
export class UpdateSummary extends UpdateReceipt {
  @Text({ example: 'Register births on the southern border' })
  titleEn: string;

  @Text({ example: 'Registrar los nacimientos en la frontera sur' })
  titleEs: string;

  @Bool({ description: 'The highest revision of its commitment in its cycle' })
  isLatest: boolean;

  @OneOf(STAGES, { optional: true })
  stage: Stage | null;

  @OneOf(OUTLOOKS, { optional: true })
  outlook: Outlook | null;

  @Num({ optional: true, example: 60 })
  percent: number | null;

  @OneOf(PERCENT_SOURCES, { optional: true })
  percentSource: PercentSource | null;

  @Bool()
  noChange: boolean;

  @LongText({ optional: true })
  narrativeEn: string | null;

  @LongText({ optional: true })
  narrativeEs: string | null;

  @TextList({ words: ILLUSTRATIVE_FIELDS })
  illustrative: IllustrativeField[];

  @DateOnly({ example: '2024-12-31' })
  periodEnd: string;

  @Instant({ optional: true })
  submittedAt: string | null;

  @Instant({ optional: true })
  decidedAt: string | null;

  @Instant()
  updatedAt: string;
}

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

  @Text({ example: 'update.approve' })
  action: string;

  @Text({ optional: true })
  reason: string | null;

  @Whole({ example: 1 })
  revision: number;
}

/** An update with everything that belongs to it. */
export class UpdateDetail extends UpdateSummary {
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

  @Nested(() => FactContent, { many: true })
  facts: FactContent[];

  @Nested(() => EvidenceDto, { many: true })
  evidence: EvidenceDto[];

  @Nested(() => MilestoneStanding, { many: true })
  milestones: MilestoneStanding[];

  @Nested(() => RevisionDto, { many: true, description: 'All revisions that the reader may see, latest first' })
  revisions: RevisionDto[];

  @Nested(() => HistoryEntry, { many: true, description: 'What was done, oldest first; empty for the public' })
  history: HistoryEntry[];

  @TextList({ words: UPDATE_ACTIONS, description: 'What the reader may do with it now' })
  actions: UpdateAction[];
}

/** An update that the person still owes. */
export class DueUpdate {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text()
  titleEn: string;

  @Text()
  titleEs: string;

  @Text(STATE)
  stateCode: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @DateOnly({ example: '2024-11-15' })
  dueOn: string;

  @Whole({ description: 'Days until the due day in the State’s time zone; negative when late', example: 7 })
  daysLeft: number;

  @Uuid({ optional: true, description: 'The update begun or returned, if any' })
  updateId: string | null;

  @OneOf(REVIEW_STATES, { optional: true })
  reviewState: ReviewState | null;

  @Text({ optional: true })
  returnReason: string | null;

  @Nested(() => UpdateSummary, { optional: true, description: 'What was said last, in an earlier cycle' })
  last: UpdateSummary | null;
}

/** What a list item about a commitment says, with its latest update. */
export class CommitmentProgress {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Whole({ example: 1 })
  number: number;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text()
  titleEn: string;

  @Text()
  titleEs: string;

  @Nested(() => UpdateSummary, { optional: true, description: 'Null when there is none; with `carriedForward` when it is of an earlier cycle' })
  latest: UpdateSummary | null;
}

export class PlanProgressDto {
  @Uuid()
  planId: string;

  @Text(STATE)
  stateCode: string;

  @Text({ optional: true, example: '2024-annual' })
  cycleKey: string | null;

  @Nested(() => CommitmentProgress, { many: true })
  commitments: CommitmentProgress[];
}

/** How many commitments stand where. */
export class StandingCounts {
  @Whole({ example: 33 })
  commitments: number;

  @Whole({ example: 30 })
  approved: number;

  @Whole({ example: 1 })
  submitted: number;

  @Whole({ example: 0 })
  returned: number;

  @Whole({ example: 1 })
  draft: number;

  @Whole({ example: 1, description: 'Without an update, but with an explanation' })
  explained: number;

  @Whole({ example: 0 })
  missing: number;
}

export class AreaStanding extends StandingCounts {
  @Text({ example: 'protection' })
  areaKey: string;

  @Text({ example: 'Protection' })
  nameEn: string;

  @Text({ example: 'Protección' })
  nameEs: string;
}

export class InstitutionStanding extends StandingCounts {
  @Uuid()
  institutionId: string;

  @Text({ example: 'MX:COMAR' })
  key: string;

  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text()
  nameEn: string;

  @Text()
  nameEs: string;
}

export class CommitmentStandingDto {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text()
  titleEn: string;

  @Text()
  titleEs: string;

  @OneOf(['approved', 'submitted', 'returned', 'draft', 'explained', 'missing'])
  status: string;

  @Uuid({ optional: true })
  updateId: string | null;

  @OneOf(EXPLANATION_KINDS, { optional: true })
  explanation: ExplanationKind | null;
}

export class CompletenessDto {
  @Nested(() => StandingCounts)
  total: StandingCounts;

  @Nested(() => AreaStanding, { many: true })
  areas: AreaStanding[];

  @Nested(() => InstitutionStanding, { many: true, description: 'By leading institution' })
  institutions: InstitutionStanding[];

  @Nested(() => CommitmentStandingDto, { many: true })
  commitments: CommitmentStandingDto[];
}
