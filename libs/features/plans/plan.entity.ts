import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { State } from '#features/states';
import { sqlList } from '#platform/database';
import { PLAN_BASES, PLAN_STATUSES, type PlanBasis, type PlanStatus } from './plan.vocabulary.js';

/** One version of a State's National Action Plan. Adopted versions are never edited; a trigger refuses it too. */
@Entity('plans')
@Unique('plans_state_version_number', ['stateCode', 'versionNumber'])
@Index('plans_one_adopted', ['stateCode'], { unique: true, where: `status = 'adopted'` })
@Index('plans_one_draft', ['stateCode'], { unique: true, where: `status = 'draft'` })
@Check('plans_status', `status IN (${sqlList(PLAN_STATUSES)})`)
@Check('plans_basis', `basis IN (${sqlList(PLAN_BASES)})`)
@Check('plans_version_number', `version_number >= 1`)
@Check('plans_published_commitments', `published_commitments >= 0`)
export class Plan {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  @Column('int')
  versionNumber: number;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { default: 'draft' })
  status: PlanStatus;

  @Column('text')
  basis: PlanBasis;

  /** Null also where nobody knows the day. */
  @Column('date', { nullable: true })
  adoptedOn: string | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  /** How many commitments the State published, whatever number this plan holds. */
  @Column('int', { nullable: true })
  publishedCommitments: number | null;

  @Column('text', { nullable: true })
  publishedSource: string | null;

  @Column('text', { nullable: true })
  publishedSourceUrl: string | null;

  /** What to know of that number. */
  @Column('text', { nullable: true })
  publishedNoteEn: string | null;

  @Column('text', { nullable: true })
  publishedNoteEs: string | null;

  /** Raised by every change of the plan or of anything in it. */
  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
