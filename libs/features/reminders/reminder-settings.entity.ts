import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';

/** When somebody wants no reminders by mail; whoever has no row wants them on every day. */
@Entity('reminder_settings')
@Check(
  'reminder_settings_weekdays',
  `cardinality(quiet_weekdays) <= 6 AND quiet_weekdays <@ '{1,2,3,4,5,6,7}'`,
)
export class ReminderSettings {
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId: string;

  /** ISO: 1 is Monday, 7 is Sunday. */
  @Column('smallint', { array: true, default: () => "'{}'" })
  quietWeekdays: number[];

  /** Days, both included. */
  @Column('jsonb', { default: () => "'[]'" })
  quietRanges: { from: string; to: string }[];

  @Column('integer', { default: 1 })
  version: number;
}
