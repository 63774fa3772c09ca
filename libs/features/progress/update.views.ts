import {
  Bool,
  DateOnly,
  Instant,
  LongText,
  Nested,
  Num,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform/http';
import {
  ILLUSTRATIVE_FIELDS,
  type IllustrativeField,
  OUTLOOKS,
  type Outlook,
  PERCENT_SOURCES,
  type PercentSource,
  REVIEW_STATES,
  type ReviewState,
  STAGES,
  type Stage,
} from './progress.vocabulary.js';

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

/** What an update says, as lists show it. */
export class UpdateState {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  revision: number;

  @OneOf(REVIEW_STATES, { example: 'submitted' })
  reviewState: ReviewState;

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

  @Instant()
  updatedAt: string;

  @Whole({ description: 'Send it as If-Match when saving', example: 1 })
  version: number;
}

/** An update in a list, with whose it is. */
export class UpdateSummary extends UpdateState {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'Register births on the southern border' })
  titleEn: string;

  @Text({ example: 'Registrar los nacimientos en la frontera sur' })
  titleEs: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Text(STATE)
  stateCode: string;

  @Text({ example: 'protection' })
  areaKey: string;
}

/** The update that stands for a commitment now. */
export class LatestUpdate extends UpdateState {
  @Uuid()
  cycleId: string;

  @Bool({
    description: 'Of an earlier cycle than the one asked for; not counted as reported',
    example: false,
  })
  carriedForward: boolean;
}

/** What was said last, in an earlier cycle. */
export class EarlierUpdateDto extends UpdateState {
  @Text({ example: '2024-mid-year' })
  cycleKey: string;
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

  @Instant({
    description: 'The end of the due day in the State’s time zone',
    example: '2024-11-16T06:00:00Z',
  })
  closesAt: string;

  @Uuid({ optional: true, description: 'The update begun or returned, if any' })
  updateId: string | null;

  @OneOf(REVIEW_STATES, { optional: true })
  reviewState: ReviewState | null;

  @Text({ optional: true })
  returnReason: string | null;

  @Nested(() => EarlierUpdateDto, { optional: true, description: 'What was said last, in an earlier cycle' })
  last: EarlierUpdateDto | null;
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

  @Text({ optional: true, description: 'The cycle of `latest`', example: '2024-annual' })
  cycleKey: string | null;

  @Nested(() => LatestUpdate, { optional: true, description: 'Null when there is none' })
  latest: LatestUpdate | null;
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
