import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One change: who, on whose behalf, when, what, before, after, why. Rows are only ever added; a trigger refuses everything
 * else. Persons stand here by id alone, so that a name can be erased without touching what happened.
 */
@Entity('audit_entries')
@Index('audit_entries_at', ['at', 'id'])
@Index('audit_entries_entity', ['entityId', 'entity', 'at', 'id'])
@Index('audit_entries_kind', ['entity', 'at', 'id'])
@Index('audit_entries_action', ['action', 'at', 'id'])
@Index('audit_entries_state', ['stateCode', 'at', 'id'])
@Index('audit_entries_actor', ['actorId', 'at', 'id'])
@Index('audit_entries_on_behalf_of', ['onBehalfOfId', 'at', 'id'], { where: 'on_behalf_of_id IS NOT NULL' })
@Index('audit_entries_request', ['requestId'], { where: 'request_id IS NOT NULL' })
@Index('audit_entries_reason', { synchronize: false }) // words of `reason`, which only SQL can say
export class AuditEntry {
  /** Ascending number, as text because it is 64 bits wide. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
  })
  id: string;

  /** Chosen by the product and part of `mark`: a copy of a row shows. */
  @Column('uuid')
  uid: string;

  /** To the millisecond, so that a page's last entry says exactly where the next page begins. */
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** Null when the product acted for itself. No foreign key: an entry outlives the user. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** Whose powers the actor used, when somebody absent had handed them over. */
  @Column('uuid', { nullable: true })
  onBehalfOfId: string | null;

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

  /** `AuditKey` over the rest but `id` and `stateCode`, which only the database knows when it writes. */
  @Column('text')
  mark: string;
}

/** The place of an entry in the chain of a day; each hash holds the one before it. */
@Entity('audit_seals')
@Index('audit_seals_entry', ['entryId'], { unique: true })
export class AuditSeal {
  /** The UTC day on which the entry was sealed. */
  @PrimaryColumn('date')
  day: string;

  /** From 1, without gaps. */
  @PrimaryColumn('int')
  position: number;

  /** No foreign key: a seal tells of an entry that somebody removed. */
  @Column('bigint')
  entryId: string;

  /** `AuditKey` over the hash before it (of the day before for the first one), day, position and the whole entry. */
  @Column('text')
  hash: string;
}

/** That somebody went through the whole trail, and what they found. */
@Entity('audit_checks')
export class AuditCheck {
  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** Sealed entries looked at. */
  @Column('int')
  entries: number;

  /** The last day of the chain then, and how many entries it had. */
  @Column('date')
  throughDay: string;

  @Column('int')
  throughPosition: number;

  /** `ChainProblem`s, the first hundred. */
  @Column('jsonb')
  problems: unknown;

  /** `AuditKey` over the rest: nobody else can say that the trail is in order. */
  @Column('text')
  mark: string;
}
