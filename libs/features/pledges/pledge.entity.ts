import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution, State } from '#features/states';
import { sqlList } from '#platform/database';
import { PledgeForum } from './pledge-forum.entity.js';
import {
  INFERABLE,
  type Inferable,
  PLEDGE_FORMS,
  PLEDGE_TYPES,
  type PledgeForm,
  type PledgeType,
} from './pledge.vocabulary.js';

/** A pledge. Its stage is no column: it follows from the linked commitments and the update in force. */
@Entity('pledges')
@Check('pledges_key', `key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'`)
@Check('pledges_form', `form IN (${sqlList(PLEDGE_FORMS)})`)
@Check('pledges_types', `types <@ ARRAY[${sqlList(PLEDGE_TYPES)}]`)
@Check('pledges_inferred', `inferred <@ ARRAY[${sqlList(INFERABLE)}]`)
@Check('pledges_submitter', 'submitter_state_code IS NULL OR submitter_institution_id IS NULL')
export class Pledge {
  @PrimaryColumn('uuid')
  id: string;

  /** `GRF2023-P1` */
  @Index('pledges_key_unique', { unique: true })
  @Column('text')
  key: string;

  @Index('pledges_forum_key')
  @ForeignKey(() => PledgeForum)
  @Column('text')
  forumKey: string;

  @Column('text')
  form: PledgeForm;

  @Column('text', { array: true, default: () => "'{}'" })
  types: PledgeType[];

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  descriptionEn: string | null;

  @Column('text', { nullable: true })
  descriptionEs: string | null;

  /** The State that submitted it. Neither State nor institution: the sources do not say who did. */
  @Index('pledges_submitter_state')
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  submitterStateCode: string | null;

  /** The institution that submitted it. */
  @Index('pledges_submitter_institution')
  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  submitterInstitutionId: string | null;

  /** The Regional Technical Team that carries it: `RTT-RA`. */
  @Index('pledges_team_key')
  @Column('text', { nullable: true })
  teamKey: string | null;

  /** The Forum's own pledge that this one answers. */
  @Column('text', { nullable: true })
  linkedGlobalPledgeEn: string | null;

  @Column('text', { nullable: true })
  linkedGlobalPledgeEs: string | null;

  /** Fields that no source states: somebody concluded them. */
  @Column('text', { array: true, default: () => "'{}'" })
  inferred: Inferable[];

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
