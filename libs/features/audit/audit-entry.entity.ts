import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One change: who, when, what, before, after, why. Rows are only ever added; a trigger refuses everything else. */
@Entity('audit_entries')
@Index('audit_entries_entity', ['entity', 'entityId', 'id'])
@Index('audit_entries_state', ['stateCode', 'id'])
@Index('audit_entries_actor', ['actorId', 'id'])
export class AuditEntry {
  /** Ascending number, as text because it is 64 bits wide. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_entries_pkey',
  })
  id: string;

  @Column('timestamptz')
  at: Date;

  /** Null when the product acted for itself. No foreign key: an entry outlives the user. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  actorName: string;

  @Column('text')
  action: string;

  @Column('text')
  entity: string;

  @Column('text')
  entityId: string;

  @Column('text', { nullable: true })
  stateCode: string | null;

  @Column('jsonb', { nullable: true })
  before: unknown;

  @Column('jsonb', { nullable: true })
  after: unknown;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;
}
