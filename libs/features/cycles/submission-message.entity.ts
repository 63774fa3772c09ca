import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';
import { sqlList } from '#platform/database';
import { MESSAGE_KINDS, type MessageKind } from './cycle.vocabulary.js';
import { StateSubmission } from './state-submission.entity.js';

/** A word between the Presidency and a State about its contribution. */
@Entity('submission_messages')
@Check('submission_messages_kind', `kind IN (${sqlList(MESSAGE_KINDS)})`)
@Index('submission_messages_submission', ['submissionId', 'at'])
export class SubmissionMessage {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => StateSubmission, { onDelete: 'CASCADE' })
  @Column('uuid')
  submissionId: string;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: MessageKind;

  @Column('text')
  text: string;
}
