import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AuthUser } from './auth.entities.js';

/** A token for programs. What it is stands nowhere, only its hash. */
@Entity('api_tokens')
export class ApiToken {
  @PrimaryColumn('uuid')
  id: string;

  @Index('api_tokens_user')
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  name: string;

  /** SHA-256 as base64url; 256 random bits need no salt. */
  @Index('api_tokens_hash_key', { unique: true })
  @Column('text')
  hash: string;

  /** The last four characters, so that people recognise it. */
  @Column('text')
  hint: string;

  @Column('text', { array: true })
  permissions: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
