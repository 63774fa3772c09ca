import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Cycle } from '#features/cycles';
import { REVIEW_STATES, Reviewed, type ReviewState } from '#features/progress';
import { sqlList } from '#platform/database';
import { Team } from './team.entity.js';
import { TeamActivity } from './team-work.entity.js';
import { ACTIVITY_STATUSES, type ActivityStatus } from './team.vocabulary.js';

/** What a team says of its workplan in a cycle. A correction of an approved one is a further revision. */
@Entity('team_updates')
@Unique('team_updates_cycle_team_revision', ['cycleId', 'teamKey', 'revision'])
@Index('team_updates_team_key', ['teamKey', 'cycleId'])
@Check('team_updates_revision', 'revision >= 1 AND (revision = 1 OR revision_reason IS NOT NULL)')
@Check('team_updates_review_state', `review_state IN (${sqlList(REVIEW_STATES)})`)
@Check('team_updates_submitted', `review_state IN ('draft', 'returned') OR submitted_at IS NOT NULL`)
@Check('team_updates_decided', `review_state IN ('draft', 'submitted') OR decided_at IS NOT NULL`)
@Check('team_updates_returned_with_reason', `review_state <> 'returned' OR return_reason IS NOT NULL`)
export class TeamUpdate extends Reviewed {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team)
  @Column('text')
  teamKey: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  @Column('int', { default: 1 })
  revision: number;

  @Column('text', { default: 'draft' })
  reviewState: ReviewState;

  /** The highest revision of its team in its cycle, whatever its state. */
  @Column('boolean', { default: true })
  isLatest: boolean;

  @Column('text', { nullable: true })
  summaryEn: string | null;

  @Column('text', { nullable: true })
  summaryEs: string | null;

  @Column('text', { nullable: true })
  challengesEn: string | null;

  @Column('text', { nullable: true })
  challengesEs: string | null;

  @Column('text', { nullable: true })
  nextStepsEn: string | null;

  @Column('text', { nullable: true })
  nextStepsEs: string | null;

  /** Everybody who wrote in it; none of them approves it. */
  @Column('uuid', { array: true, default: () => "'{}'" })
  editors: string[];

  @Column('text', { nullable: true })
  revisionReason: string | null;
}

/** What a team update says of one activity. */
@Entity('team_update_activities')
@Check('team_update_activities_status', `status IN (${sqlList(ACTIVITY_STATUSES)})`)
@Check('team_update_activities_percent', 'percent BETWEEN 0 AND 100')
export class TeamUpdateActivity {
  @ForeignKey(() => TeamUpdate, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  updateId: string;

  @Index('team_update_activities_activity_id')
  @ForeignKey(() => TeamActivity)
  @PrimaryColumn('uuid')
  activityId: string;

  @Column('text')
  status: ActivityStatus;

  /** 0 to 100; null when nobody knows. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  percent: string | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  /** The source material does not state the status. */
  @Column('boolean', { default: false })
  illustrative: boolean;
}

/** How far a team's workplan is in a cycle, as its approved update says. Dashboards read these rows. */
@Entity('team_rollups')
@Check('team_rollups_coverage', 'reported + not_reported = activities')
@Check('team_rollups_statuses', 'planned + in_progress + done + postponed + cancelled = reported')
export class TeamRollup {
  @ForeignKey(() => Cycle, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  cycleId: string;

  @ForeignKey(() => Team, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  teamKey: string;

  @Column('int')
  activities: number;

  @Column('int')
  reported: number;

  @Column('int')
  notReported: number;

  @Column('int')
  planned: number;

  @Column('int')
  inProgress: number;

  @Column('int')
  done: number;

  @Column('int')
  postponed: number;

  @Column('int')
  cancelled: number;

  /** Of `reported`, those whose status the source does not state. */
  @Column('int')
  illustrative: number;

  /** The update behind the numbers; null: the team has not reported in this cycle. */
  @Column('uuid', { nullable: true })
  updateId: string | null;

  @Column('timestamptz')
  computedAt: Date;
}
