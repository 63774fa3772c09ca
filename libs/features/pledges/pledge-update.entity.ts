import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AuthUser } from '#features/identity';
import { sqlList } from '#platform/database';
import { Pledge } from './pledge.entity.js';
import { PLEDGE_STAGES, type PledgeStage } from './pledge.vocabulary.js';

/** What was said of a pledge. One is in force at any time; those before it stay as its history. */
@Entity('pledge_updates')
@Unique('pledge_updates_pledge_number', ['pledgeId', 'number'])
@Index('pledge_updates_in_force', ['pledgeId'], { unique: true, where: 'superseded_at IS NULL' })
@Check('pledge_updates_number', 'number >= 1')
@Check('pledge_updates_stated', `stated_stage IN (${sqlList(PLEDGE_STAGES)})`)
@Check('pledge_updates_derived', `derived_stage IN (${sqlList(PLEDGE_STAGES)})`)
@Check('pledge_updates_some_stage', 'stated_stage IS NOT NULL OR derived_stage IS NOT NULL')
@Check('pledge_updates_reason', `(stated_stage IS NULL) = (reason IS NULL) AND reason <> ''`)
export class PledgeUpdate {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Pledge, { onDelete: 'CASCADE' })
  @Column('uuid')
  pledgeId: string;

  /** From 1, in the order in which they were given. */
  @Column('int')
  number: number;

  /** A person's word against the derived stage; null: the pledge follows its commitments. */
  @Column('text', { nullable: true })
  statedStage: PledgeStage | null;

  /** Why it is not what the commitments say. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** What the commitments gave when the update was written. */
  @Column('text', { nullable: true })
  derivedStage: PledgeStage | null;

  @Column('text', { nullable: true })
  accountEn: string | null;

  @Column('text', { nullable: true })
  accountEs: string | null;

  /** The day of which it tells. */
  @Column('date')
  asOf: string;

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When the next one took its place; null: in force. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
