import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';

/** Somebody who wants no reminders by mail. What is due still shows in the tracker, and to their coordinator. */
@Entity('reminder_stops')
export class ReminderStop {
  @ForeignKey(() => AuthUser, { name: 'reminder_stops_user_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_stops_pkey' })
  userId: string;

  @Column('timestamptz')
  stoppedAt: Date;
}
