import {
  Bool,
  DateOnly,
  LongText,
  Nested,
  Num,
  OneOf,
  PageQuery,
  Text,
  TextList,
  Uuid,
} from '#platform/http';
import { EvidenceDto, FactContent } from './fact.dto.js';
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

const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

export class MilestonePercentDto {
  @Uuid()
  milestoneId: string;

  @Num({ min: 0, max: 100, example: 50 })
  percent: number;
}

/** What an update says. A draft may be incomplete; what is missing is asked for on submission. */
export class UpdateBody {
  @OneOf(STAGES, { optional: true, example: 'in_progress' })
  stage?: Stage | null;

  @OneOf(OUTLOOKS, { optional: true, example: 'on_track' })
  outlook?: Outlook | null;

  @Num({
    optional: true,
    description: '0 to 100, at most two decimals; left out when computed from milestones',
    example: 60,
  })
  percent?: number | null;

  @OneOf(PERCENT_SOURCES, {
    optional: true,
    description: '`milestones`: the percent is computed from `milestones`',
    example: 'reported',
  })
  percentSource?: PercentSource | null;

  @Bool({
    optional: true,
    description: 'The values of the last approved update, confirmed as still true',
    example: false,
  })
  noChange?: boolean;

  @LongText({ optional: true, example: 'The registration office in Tapachula opened in March.' })
  narrativeEn?: string | null;

  @LongText({ optional: true, example: 'La oficina de registro de Tapachula abrió en marzo.' })
  narrativeEs?: string | null;

  @LongText({ optional: true })
  challengesEn?: string | null;

  @LongText({ optional: true })
  challengesEs?: string | null;

  @LongText({ optional: true })
  nextStepsEn?: string | null;

  @LongText({ optional: true })
  nextStepsEs?: string | null;

  @LongText({ optional: true })
  supportNeededEn?: string | null;

  @LongText({ optional: true })
  supportNeededEs?: string | null;

  @TextList({
    optional: true,
    words: ILLUSTRATIVE_FIELDS,
    most: 3,
    description: 'Fields that the source material does not state',
    example: [],
  })
  illustrative?: IllustrativeField[];

  @Nested(() => FactContent, {
    many: true,
    optional: true,
    max: 100,
    description: 'Left out when saving: the facts stay as they are',
  })
  facts?: FactContent[];

  @Nested(() => EvidenceDto, {
    many: true,
    optional: true,
    max: 50,
    description: 'Left out when saving: the evidence stays as it is',
  })
  evidence?: EvidenceDto[];

  @Nested(() => MilestonePercentDto, {
    many: true,
    optional: true,
    max: 100,
    description: 'Left out when saving: the milestones stay as they are',
  })
  milestones?: MilestonePercentDto[];
}

export class CreateUpdate extends UpdateBody {
  @Uuid({ description: 'The commitment' })
  commitmentId: string;

  @Text({ max: 20, description: 'The cycle', example: '2024-annual' })
  cycleKey: string;
}

/** "Nothing changed since the last approved update." */
export class NoChange {
  @Uuid()
  commitmentId: string;

  @Text({ max: 20, example: '2024-annual' })
  cycleKey: string;

  @LongText({ optional: true, description: 'A word about it, if any' })
  narrativeEn?: string | null;

  @LongText({ optional: true })
  narrativeEs?: string | null;
}

export class Reason {
  @LongText({ max: 4000, example: 'Say which window the figure covers.' })
  reason: string;
}

/** Filters of the list of updates; all given ones must hold. */
export class UpdatesQuery extends PageQuery {
  @Text({ optional: true, ...STATE, description: 'State code' })
  state?: string;

  @OneOf(REVIEW_STATES, { optional: true, description: 'Review state', example: 'submitted' })
  reviewState?: ReviewState;

  @Text({ optional: true, max: 60, description: 'Area key', example: 'protection' })
  area?: string;

  @Text({ optional: true, max: 20, description: 'Cycle', example: '2024-annual' })
  cycle?: string;

  @DateOnly({ optional: true, description: 'Periods that end on this day or later' })
  from?: string;

  @DateOnly({ optional: true, description: 'Periods that end on this day or earlier' })
  to?: string;

  @Bool({ optional: true, description: 'Only the latest revision of each', example: true })
  latest?: boolean;
}

export class CycleQuery {
  @Text({
    optional: true,
    max: 20,
    description: 'Cycle; without it: whatever is latest',
    example: '2024-annual',
  })
  cycle?: string;
}
