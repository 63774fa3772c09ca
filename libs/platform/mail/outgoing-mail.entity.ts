import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A mail that was not sent, because no SMTP server is configured, but kept to be looked at. */
@Entity('mail_outbox')
@Unique('mail_outbox_message_id', ['messageId'])
export class OutgoingMail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  messageId: string;

  @Column('text')
  sender: string;

  @Column('text')
  recipient: string;

  /** Whose mail it is: their address can change. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  subject: string;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  html: string | null;

  /** All further headers by name. */
  @Column('jsonb')
  headers: Record<string, string>;

  @Index('mail_outbox_created_at')
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
