import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { sqlList } from '#platform/database';
import { CYCLE_KINDS, CYCLE_STATES, type CycleKind, type CycleState } from './cycle.vocabulary.js';

/** A reporting cycle of the region. Its days are local days: each State reads them in its own time zone. */
@Entity('cycles')
@Unique('cycles_key', ['key'])
@Unique('cycles_year_kind', ['year', 'kind'])
@Check('cycles_kind', `kind IN (${sqlList(CYCLE_KINDS)})`)
@Check('cycles_state', `state IN (${sqlList(CYCLE_STATES)})`)
@Check('cycles_year', `year BETWEEN 2018 AND 2100`)
@Check('cycles_reminder_hour', `reminder_hour BETWEEN 0 AND 23`)
@Check(
  'cycles_days',
  `facts_from <= facts_to AND opens_on <= due_on AND due_on <= review_by_on AND review_by_on <= cutoff_on`,
)
export class Cycle {
  @PrimaryColumn('uuid')
  id: string;

  /** `2024-annual`, `2024-mid-year` */
  @Column('text')
  key: string;

  @Column('int')
  year: number;

  @Column('text')
  kind: CycleKind;

  @Column('text', { default: 'planned' })
  state: CycleState;

  /** First day of the window of reported facts. */
  @Column('date')
  factsFrom: string;

  /** Last day of that window. */
  @Column('date')
  factsTo: string;

  @Column('date')
  opensOn: string;

  /** Last day on which updates are in time. */
  @Column('date')
  dueOn: string;

  @Column('date')
  reviewByOn: string;

  @Column('date')
  cutoffOn: string;

  /** Days before (negative) and after the due day on which reminders go out. */
  @Column('int', { array: true, default: () => "'{-30,-14,-7,-1,0,3,7}'" })
  reminderOffsets: number[];

  /** Local hour at which they go out. */
  @Column('int', { default: 9 })
  reminderHour: number;

  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  reviewStartedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endorsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
