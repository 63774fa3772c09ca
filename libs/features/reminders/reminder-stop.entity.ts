import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';

/** Somebody who wants no reminders by mail. What is due still shows in the tracker, and to their coordinator. */
@Entity('reminder_stops')
export class ReminderStop {
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId: string;

  @Column('timestamptz')
  stoppedAt: Date;
}
