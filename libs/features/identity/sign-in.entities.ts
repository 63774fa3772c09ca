import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { AuthUser } from './auth.entities.js';
import { LINK_PURPOSES } from './identity.vocabulary.js';

/**
 * A link that was sent by mail and works once. Its secret part is worked out from its id and is stored nowhere. A link that
 * was asked for with an address that nobody has belongs to nobody, and is never sent.
 */
@Entity('auth_links')
@Check('auth_links_purpose', `purpose IN (${sqlList(LINK_PURPOSES)})`)
@Index('auth_links_user', ['userId', 'createdAt'])
export class AuthLink {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text')
  purpose: string;

  /** The new address, of a change of address. */
  @Column('text', { nullable: true })
  email: string | null;

  /** The same for the two links of one change of address. */
  @Column('uuid', { nullable: true })
  changeId: string | null;

  @Index('auth_links_created_at')
  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  /** When it was used, or taken back. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

/** The secret that a person's authenticator app shares with us, and their recovery codes. */
@Entity('auth_totp_keys')
export class AuthTotpKey {
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId: string;

  /** Encrypted with a key that is made of MIRPS_SECRET. */
  @Column('text')
  secret: string;

  /** When the person first proved that the app has it; before, it counts for nothing. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The half minute of the last code that was taken: none is taken twice. */
  @Column('int', { nullable: true })
  lastStep: number | null;

  /** Keyed hashes of the recovery codes that are left. */
  @Column('text', { array: true, default: '{}' })
  recoveryCodes: string[];

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}

/** A passkey: a key pair of which the public half is here. */
@Entity('auth_passkeys')
export class AuthPasskey {
  @PrimaryColumn('uuid')
  id: string;

  @Index('auth_passkeys_user')
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** What the person calls it. */
  @Column('text')
  name: string;

  /** base64url, as browsers name it. */
  @Index('auth_passkeys_credential_id_key', { unique: true })
  @Column('text')
  credentialId: string;

  /** COSE, base64url. */
  @Column('text')
  publicKey: string;

  /** Grows with every use, unless the authenticator always says 0. */
  @Column('bigint')
  counter: string;

  @Column('text', { array: true, default: '{}' })
  transports: string[];

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}
