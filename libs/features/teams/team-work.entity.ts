import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Pledge } from '#features/pledges';
import { Institution } from '#features/states';
import { sqlList } from '#platform/database';
import { Team } from './team.entity.js';
import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  TEAM_DATE_PRECISIONS,
  type TeamDatePrecision,
} from './team.vocabulary.js';

export const DATED = `date_precision IN (${sqlList(TEAM_DATE_PRECISIONS)}) AND (starts_on IS NULL) = (date_precision = 'not_stated')
  AND (ends_on IS NULL OR ends_on >= starts_on)`;

/** An activity of a team's workplan of a year. */
@Entity('team_activities')
@Index('team_activities_team_year', ['teamKey', 'year', 'position', 'id'])
@Index('team_activities_page', ['year', 'teamKey', 'position', 'id'])
@Check('team_activities_year', 'year BETWEEN 2017 AND 2100')
@Check('team_activities_status', `status IN (${sqlList(ACTIVITY_STATUSES)})`)
@Check('team_activities_dated', DATED)
export class TeamActivity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team)
  @Column('text')
  teamKey: string;

  @Column('smallint')
  year: number;

  @Column('int')
  position: number;

  /** Null when the source states no date; with precision month or year the first day of it. */
  @Column('date', { nullable: true })
  startsOn: string | null;

  @Column('text')
  datePrecision: TeamDatePrecision;

  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('text')
  textEn: string;

  @Column('text')
  textEs: string;

  @Column('text', { nullable: true })
  outputEn: string | null;

  @Column('text', { nullable: true })
  outputEs: string | null;

  /** Until an approved update of the team names the activity. */
  @Column('text', { default: 'planned' })
  status: ActivityStatus;

  /** The source does not state the status. */
  @Column('boolean', { default: false })
  statusIllustrative: boolean;

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** An institution that supports an activity. */
@Entity('team_activity_supporters')
export class TeamActivitySupporter {
  @ForeignKey(() => TeamActivity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  activityId: string;

  @ForeignKey(() => Institution)
  @PrimaryColumn('uuid')
  institutionId: string;

  @Column('int')
  position: number;
}

/** A commitment, of any State, that an activity serves. */
@Entity('team_activity_commitments')
@Index('team_activity_commitments_commitment_id', ['commitmentId'])
export class TeamActivityCommitment {
  @ForeignKey(() => TeamActivity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  activityId: string;

  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

/** A pledge that an activity serves. */
@Entity('team_activity_pledges')
@Index('team_activity_pledges_pledge_id', ['pledgeId'])
export class TeamActivityPledge {
  @ForeignKey(() => TeamActivity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  activityId: string;

  @ForeignKey(() => Pledge)
  @PrimaryColumn('uuid')
  pledgeId: string;
}
