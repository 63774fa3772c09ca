import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Cycle } from '#features/cycles';
import { AuthUser } from '#features/identity';
import { sqlList } from '#platform/database';
import { REMINDER_KINDS, type ReminderKind } from './reminder.vocabulary.js';

/** What became of a claimed reminder. `overtaken`: a later one said the same. `nothing_left`: all was submitted meanwhile. */
export const REMINDER_OUTCOMES = ['claimed', 'sent', 'overtaken', 'nothing_left'] as const;
export type ReminderOutcome = (typeof REMINDER_OUTCOMES)[number];

/** One reminder to one person: claimed before it is sent, so that nobody is reminded twice and nothing is lost. */
@Entity('reminder_ledger')
@Index('reminder_ledger_slot', ['userId', 'cycleId', 'kind', 'offsetDays'], { unique: true })
@Index('reminder_ledger_unsent', ['claimedAt'], { where: `outcome = 'claimed'` })
@Check('reminder_ledger_kind', `kind IN (${sqlList(REMINDER_KINDS)})`)
@Check(
  'reminder_ledger_outcome',
  `outcome IN (${sqlList(REMINDER_OUTCOMES)}) AND (outcome = 'sent') = (sent_at IS NOT NULL)`,
)
export class ReminderLedgerEntry {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @ForeignKey(() => Cycle, { onDelete: 'CASCADE' })
  @Column('uuid')
  cycleId: string;

  @Column('text')
  kind: ReminderKind;

  /** Days from the due day; for `review_queue` it tells the day. */
  @Column('int')
  offsetDays: number;

  @Column('timestamptz')
  scheduledAt: Date;

  @Column('timestamptz')
  claimedAt: Date;

  @Column('text', { default: 'claimed' })
  outcome: ReminderOutcome;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** When sending it failed last; what failed is tried again, and may have been sent since. */
  @Column('timestamptz', { nullable: true })
  failedAt: Date | null;

  /** The commitments that the digest named when it was claimed. */
  @Column('uuid', { array: true, default: () => "'{}'" })
  commitmentIds: string[];

  @Column('text')
  whyEn: string;

  @Column('text')
  whyEs: string;
}
