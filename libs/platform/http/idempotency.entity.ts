import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a creating request, kept for a day so that a client that lost it can ask again without writing twice. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('text')
  actorId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  fingerprint: string;

  @Column('jsonb', { nullable: true })
  answer: unknown;

  /** Of what was made, as the first answer told it. */
  @Column('text', { nullable: true })
  etag: string | null;

  @Index('idempotency_keys_created_at')
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
