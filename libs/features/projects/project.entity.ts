import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QUALIFIERS, type Qualifier } from '#features/progress';
import { Commitment } from '#features/plans';
import { Institution, State } from '#features/states';
import { sqlList } from '#platform/database';
import { DAY_PRECISIONS, type DayPrecision } from './project.vocabulary.js';
import { Programme } from './programme.entity.js';

/** A project. How far it is, its reports tell. */
@Entity('projects')
@Check('projects_key', `key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'`)
@Check('projects_money', `(amount IS NULL) = (currency IS NULL) AND amount >= 0 AND currency ~ '^[A-Z]{3}$'`)
@Check(
  'projects_expected_end',
  `expected_end_precision IN (${sqlList(DAY_PRECISIONS)}) AND (expected_end_on IS NULL) = (expected_end_precision = 'not_stated')`,
)
@Check(
  'projects_beneficiaries',
  `beneficiaries_expected >= 0 AND beneficiaries_qualifier IN (${sqlList(QUALIFIERS)}) AND (beneficiaries_qualifier IS NULL OR beneficiaries_expected IS NOT NULL)`,
)
export class Project {
  @PrimaryColumn('uuid')
  id: string;

  /** `FUND-CR` */
  @Index('projects_key_unique', { unique: true })
  @Column('text')
  key: string;

  @Index('projects_programme_key')
  @ForeignKey(() => Programme)
  @Column('text')
  programmeKey: string;

  @Index('projects_state_code')
  @ForeignKey(() => State)
  /** Null: a project of the whole region. */
  @Column('text', { nullable: true })
  stateCode: string | null;

  /** Who carries it out; null: the sources do not say. */
  @Index('projects_executing')
  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  executingId: string | null;

  /** Who pays; null: the programme's donor, or nobody says. */
  @Index('projects_donor')
  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  donorId: string | null;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('numeric', { precision: 17, scale: 2, nullable: true })
  amount: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  /** Last day of what the sources name: with precision `month` that of the month. */
  @Column('date', { nullable: true })
  expectedEndOn: string | null;

  @Column('text', { default: 'not_stated' })
  expectedEndPrecision: DayPrecision;

  @Column('int', { nullable: true })
  beneficiariesExpected: number | null;

  @Column('text', { nullable: true })
  beneficiariesQualifier: Qualifier | null;

  /** People whom the source counts apart from those: `people`, `qualifier`, `nameEn`, `nameEs`. */
  @Column('jsonb', { default: () => "'[]'" })
  furtherBeneficiaries: unknown[];

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** A commitment that a project helps to carry out. */
@Entity('project_commitments')
export class ProjectCommitment {
  @ForeignKey(() => Project, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  projectId: string;

  @Index('project_commitments_commitment_id')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}
