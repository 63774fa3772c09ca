import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Area } from '#features/states';
import { sqlList } from '#platform/database';
import { Commitment } from './commitment.entity.js';
import { Plan } from './plan.entity.js';
import { PRIORITIES, type Priority } from './plan.vocabulary.js';

/** What one plan version says about a commitment. */
@Entity('commitment_versions')
@Unique('commitment_versions_plan_commitment', ['planId', 'commitmentId'])
@Unique('commitment_versions_plan_number', ['planId', 'number'], { deferrable: 'INITIALLY DEFERRED' })
@Check('commitment_versions_number', `number >= 1`)
@Check('commitment_versions_priority', `priority IN (${sqlList(PRIORITIES)})`)
@Check('commitment_versions_weight', `weight > 0`)
@Check('commitment_versions_due', `due_on >= starts_on AND NOT (continuous AND due_on IS NOT NULL)`)
export class CommitmentVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Index('commitment_versions_commitment_id')
  @ForeignKey(() => Commitment)
  @Column('uuid')
  commitmentId: string;

  @ForeignKey(() => Plan, { onDelete: 'CASCADE' })
  @Column('uuid')
  planId: string;

  /** Place in the plan, from 1. */
  @Column('int')
  number: number;

  @Index('commitment_versions_area_key')
  @ForeignKey(() => Area)
  @Column('text')
  areaKey: string;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  summaryEn: string | null;

  @Column('text', { nullable: true })
  summaryEs: string | null;

  /** What the State does, in the plan's own verbs: "continue", "create", "continue + promote". */
  @Column('text', { nullable: true })
  actionMode: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  targetGroups: string[];

  @Column('date', { nullable: true })
  startsOn: string | null;

  /** Null without `continuous`: the plan does not say. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('boolean', { default: false })
  continuous: boolean;

  @Column('text', { default: 'normal' })
  priority: Priority;

  /** Relative to the plan's other commitments; null in all: equal. */
  @Column('numeric', { precision: 9, scale: 3, nullable: true })
  weight: string | null;
}
