import {
  Bool,
  Instant,
  LongText,
  Nested,
  Num,
  OneOf,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform/http';
import { REVIEW_STATES, type ReviewState, UPDATE_ACTIONS, type UpdateAction } from '#features/progress';
import { TeamStatusCounts, TEAM_KEY } from './team.dto.js';
import { ACTIVITY_STATUSES, type ActivityStatus } from './team.vocabulary.js';

/** What an update says of one activity. Activities that it does not name are not reported. */
export class TeamActivityReportDto {
  @Uuid()
  activityId: string;

  @OneOf(ACTIVITY_STATUSES, { example: 'in_progress' })
  status: ActivityStatus;

  @Num({ optional: true, min: 0, max: 100, description: '0 to 100; left out when nobody knows', example: 60 })
  percent?: number | null;

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @Bool({ optional: true, description: 'The source material does not state the status', example: false })
  illustrative?: boolean;
}

/** What a team says of its workplan. A draft may be incomplete. */
export class TeamUpdateBody {
  @LongText({ optional: true, example: 'Two of four activities are done.' })
  summaryEn?: string | null;

  @LongText({ optional: true, example: 'Dos de cuatro actividades se realizaron.' })
  summaryEs?: string | null;

  @LongText({ optional: true })
  challengesEn?: string | null;

  @LongText({ optional: true })
  challengesEs?: string | null;

  @LongText({ optional: true })
  nextStepsEn?: string | null;

  @LongText({ optional: true })
  nextStepsEs?: string | null;

  @Nested(() => TeamActivityReportDto, { many: true, max: 200 })
  activities: TeamActivityReportDto[];
}

export class CreateTeamUpdate extends TeamUpdateBody {
  @Text(TEAM_KEY)
  teamKey: string;

  @Text({ max: 20, example: '2024-annual' })
  cycleKey: string;
}

/** An update as lists and answers to changes show it. */
export class TeamUpdateSummary {
  @Uuid()
  id: string;

  @Text(TEAM_KEY)
  teamKey: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ example: 1 })
  revision: number;

  @OneOf(REVIEW_STATES, { example: 'submitted' })
  reviewState: ReviewState;

  @Instant({ optional: true })
  submittedAt: string | null;

  @Instant()
  updatedAt: string;

  @Whole({ example: 2 })
  version: number;
}

export class TeamUpdateDetail extends TeamUpdateSummary {
  @LongText({ optional: true })
  summaryEn: string | null;

  @LongText({ optional: true })
  summaryEs: string | null;

  @LongText({ optional: true })
  challengesEn: string | null;

  @LongText({ optional: true })
  challengesEs: string | null;

  @LongText({ optional: true })
  nextStepsEn: string | null;

  @LongText({ optional: true })
  nextStepsEs: string | null;

  @Nested(() => TeamActivityReportDto, { many: true })
  activities: TeamActivityReportDto[];

  @LongText({ optional: true, description: 'Why it came back' })
  returnReason: string | null;

  @LongText({ optional: true, description: 'Why this revision was needed' })
  revisionReason: string | null;

  @TextList({
    words: UPDATE_ACTIONS,
    description: 'What the reader may do with it now',
    example: ['approve'],
  })
  actions: UpdateAction[];
}

export class TeamUpdatesQuery extends PageQuery {
  @Text({ optional: true, ...TEAM_KEY })
  team?: string;

  @Text({ optional: true, max: 20, description: 'Cycle', example: '2024-annual' })
  cycle?: string;

  @OneOf(REVIEW_STATES, { optional: true, example: 'submitted' })
  reviewState?: ReviewState;
}

export class TeamRollupDto extends TeamStatusCounts {
  @Text({ ...TEAM_KEY, optional: true, description: 'Null in the total' })
  teamKey: string | null;

  @Whole({ description: 'Activities that the approved update names', example: 4 })
  reported: number;

  @Whole({
    description: 'Activities without a word in this cycle: neither planned nor anything else',
    example: 0,
  })
  notReported: number;

  @Whole({ description: 'Of `reported`, those whose status the source does not state', example: 1 })
  illustrative: number;

  @Uuid({ optional: true, description: 'The approved update behind the numbers; null: none in this cycle' })
  updateId: string | null;
}

export class TeamRollupsDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ description: 'Teams whose update of the cycle is approved', example: 4 })
  teamsReported: number;

  @Instant({ optional: true })
  computedAt: string | null;

  @Nested(() => TeamRollupDto, { many: true })
  teams: TeamRollupDto[];

  @Nested(() => TeamRollupDto)
  total: TeamRollupDto;
}

export class TeamRollupQuery {
  @Text({ max: 20, description: 'Cycle', example: '2024-annual' })
  cycle: string;
}
