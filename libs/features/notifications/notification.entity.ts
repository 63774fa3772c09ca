import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AuthUser } from '#features/identity';
import { sqlList } from '#platform/database';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.vocabulary.js';

/** Something that a person should know of, told once. Holds codes and days, no names and no texts of anybody. */
@Entity('notifications')
@Unique('notifications_once', ['userId', 'source'])
@Index('notifications_newest', ['userId', 'createdAt', 'id'])
@Index('notifications_unread', ['userId'], { where: 'read_at IS NULL' })
@Check('notifications_kind', `kind IN (${sqlList(NOTIFICATION_KINDS)})`)
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  kind: NotificationKind;

  /** What the words need: code of a commitment, key of a cycle, code of a State, a count, days. */
  @Column('jsonb')
  about: Record<string, string | number>;

  /** The page that it leads to. */
  @Column('text')
  path: string;

  /** The news that it comes from: news that is handed on twice tells nobody twice. */
  @Column('text')
  source: string;

  /** What is shown as one while it is read alike: news of one kind, of one day, about the same. */
  @Column('text')
  bundle: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
