import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { State } from '#features/states';
import { sqlList } from '#platform/database';
import { MECHANISM_KINDS, type MechanismKind } from './mechanism.vocabulary.js';

/** A roundtable, working group or commission in which a State's institutions follow their commitments together. */
@Entity('mechanisms')
@Index('mechanisms_state', ['stateCode', 'key'])
@Check('mechanisms_kind', `kind IN (${sqlList(MECHANISM_KINDS)})`)
@Check('mechanisms_since', 'since_year BETWEEN 1900 AND 2100')
@Check('mechanisms_not_in_itself', 'part_of_id <> id')
@Check('mechanisms_sources', 'cardinality(sources) > 0')
export class Mechanism {
  @PrimaryColumn('uuid')
  id: string;

  /** A fixed name, `MX:ROUNDTABLE`; begins with the State's code. */
  @Index('mechanisms_key', { unique: true })
  @Column('text')
  key: string;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  @Column('text')
  kind: MechanismKind;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('text', { nullable: true })
  mandateEn: string | null;

  @Column('text', { nullable: true })
  mandateEs: string | null;

  /** Who chairs it, as the source says; null when no source names anybody. */
  @Column('text', { nullable: true })
  chairEn: string | null;

  @Column('text', { nullable: true })
  chairEs: string | null;

  @Column('text', { nullable: true })
  secretariatEn: string | null;

  @Column('text', { nullable: true })
  secretariatEs: string | null;

  /** The mechanism that it reports to. */
  @ForeignKey(() => Mechanism)
  @Column('uuid', { nullable: true })
  partOfId: string | null;

  @Column('smallint', { nullable: true })
  sinceYear: number | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz')
  updatedAt: Date;
}
