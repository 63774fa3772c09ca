import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { SIGN_IN_METHODS } from './identity.vocabulary.js';

/** A person who can sign in. The `auth_` tables are read and written by the sign-in library too. */
@Entity('auth_users')
@Check('auth_users_lang', `lang IN ('en', 'es')`)
@Check('auth_users_email', 'email = lower(email)')
export class AuthUser {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Lower case. */
  @Index('auth_users_email_key', { unique: true })
  @Column('text')
  email: string;

  @Column('boolean', { default: false })
  emailVerified: boolean;

  @Column('text', { nullable: true })
  image: string | null;

  /** The language of the person's mails and pages. */
  @Column('text', { default: 'es' })
  lang: 'en' | 'es';

  /** False: may not sign in, and open sessions no longer count. */
  @Column('boolean', { default: true })
  active: boolean;

  /** Since when name and address are a pseudonym, for good; null: they are the person's own. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** An open session; the cookie carries `token`, signed. */
@Entity('auth_sessions')
@Check('auth_sessions_method', `method IN (${sqlList(SIGN_IN_METHODS)})`)
export class AuthSession {
  @PrimaryColumn('uuid')
  id: string;

  @Index('auth_sessions_user')
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Index('auth_sessions_token_key', { unique: true })
  @Column('text')
  token: string;

  @Index('auth_sessions_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('text', { nullable: true })
  ipAddress: string | null;

  @Column('text', { nullable: true })
  userAgent: string | null;

  /** How it was opened. */
  @Column('text', { default: 'password' })
  method: string;

  /** When the person showed a second factor, or a first one that is as good as two; null: not yet. */
  @Column('timestamptz', { nullable: true })
  secondFactorAt: Date | null;

  /** When the person last showed who they are: by signing in, or once more. */
  @Column('timestamptz', { default: () => 'now()' })
  provedAt: Date;

  /** Within some five minutes. */
  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** A way to sign in: `credential` holds a password hash, others what an identity provider gave. */
@Entity('auth_accounts')
@Index('auth_accounts_provider_key', ['providerId', 'accountId'], { unique: true })
export class AuthAccount {
  @PrimaryColumn('uuid')
  id: string;

  @Index('auth_accounts_user')
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  accountId: string;

  @Column('text')
  providerId: string;

  @Column('text', { nullable: true })
  accessToken: string | null;

  @Column('text', { nullable: true })
  refreshToken: string | null;

  @Column('text', { nullable: true })
  idToken: string | null;

  @Column('timestamptz', { nullable: true })
  accessTokenExpiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  refreshTokenExpiresAt: Date | null;

  @Column('text', { nullable: true })
  scope: string | null;

  /** Salted hash, never the password. */
  @Column('text', { nullable: true })
  password: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** A one-time value that was sent to somebody, such as a magic link. */
@Entity('auth_verifications')
export class AuthVerification {
  @PrimaryColumn('uuid')
  id: string;

  @Index('auth_verifications_identifier')
  @Column('text')
  identifier: string;

  @Column('text')
  value: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

/** How often a sign-in was tried in vain from one place or for one person; shared by all API processes. */
@Entity('sign_in_attempts')
export class SignInAttempt {
  /** Hash of the place, of the person, or of both: the table names nobody. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  count: number;

  /** The last attempt that was let pass. Counting starts again some time after this. */
  @Index('sign_in_attempts_tried_at')
  @Column('timestamptz')
  triedAt: Date;

  /** Nothing is let pass before. */
  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;
}
