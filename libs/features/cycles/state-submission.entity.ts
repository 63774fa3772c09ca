import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AuthUser } from '#features/identity';
import { State } from '#features/states';
import { sqlList } from '#platform/database';
import { Cycle } from './cycle.entity.js';
import { SUBMISSION_STATES, type SubmissionState } from './cycle.vocabulary.js';

/** One State's contribution to a cycle, between its coordinator and the Presidency. Made for every State on opening. */
@Entity('state_submissions')
@Unique('state_submissions_cycle_state', ['cycleId', 'stateCode'])
@Check('state_submissions_state', `state IN (${sqlList(SUBMISSION_STATES)})`)
@Check('state_submissions_submitted', `state = 'open' OR submitted_at IS NOT NULL`)
@Check('state_submissions_decided', `state NOT IN ('returned', 'accepted') OR decided_at IS NOT NULL`)
export class StateSubmission {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  @Index('state_submissions_state_code')
  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  @Column('text', { default: 'open' })
  state: SubmissionState;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  submittedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  /** What the coordinator says to the Presidency about the whole contribution. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('int', { default: 1 })
  version: number;
}
