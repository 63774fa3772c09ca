import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { AuditService } from '#features/audit';
import { Config } from '#platform/config';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { conflict, DomainError, invalid, notFound } from '#platform/http';
import { AccountNotices } from './account-notices.service.js';
import { Sessions } from './sessions.service.js';

const MINUTES = 5;

interface PasskeyRow {
  id: string;
  userId: string;
  credentialId: string;
  publicKey: string;
  counter: string;
  transports: string[];
}

const ROW = `SELECT p.id, p.user_id AS "userId", p.credential_id AS "credentialId", p.public_key AS "publicKey", p.counter, p.transports FROM auth_passkeys p`;

/** The library is read when the first passkey is made or used: an API without any stays small. */
const webauthn = () => import('@simplewebauthn/server');

/** Passkeys: they are bound to this site's name, and ask for a finger, a face or a PIN, so that one is as good as two factors. */
@Injectable()
export class Passkeys {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) private readonly config: Config,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccountNotices) private readonly notices: AccountNotices,
  ) {}

  /** What the browser needs to make a passkey (PublicKeyCredentialCreationOptionsJSON). */
  async newOptions(userId: string): Promise<object> {
    const { generateRegistrationOptions } = await webauthn();
    const [user, own] = await Promise.all([
      this.database.one<{ name: string; email: string }>('SELECT name, email FROM auth_users WHERE id = $1', [
        userId,
      ]),
      this.database.query<PasskeyRow & Record<string, unknown>>(`${ROW} WHERE p.user_id = $1`, [userId]),
    ]);
    const options = await generateRegistrationOptions({
      rpName: 'MIRPS',
      rpID: this.site.hostname,
      userID: Buffer.from(userId.replaceAll('-', ''), 'hex'),
      userName: user?.email ?? '',
      userDisplayName: user?.name ?? '',
      attestationType: 'none',
      excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.remember(`passkey-new-${userId}`, options.challenge);
    return options;
  }

  /** Keeps a passkey that the browser has made. @throws DomainError invalid, conflict when it is known already */
  async add(userId: string, name: string, response: Record<string, unknown>): Promise<void> {
    const { verifyRegistrationResponse } = await webauthn();
    const made = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.forget(`passkey-new-${userId}`, challenge),
      expectedOrigin: this.site.origin,
      expectedRPID: this.site.hostname,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!made?.verified)
      throw invalid('response', {
        en: 'is no passkey that was just made here; try again',
        es: 'no es una llave de acceso recién creada aquí; intente de nuevo',
      });
    const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
    const key = Buffer.from(publicKey).toString('base64url');
    await this.database.transaction(async () => {
      await this.database
        .execute(
          `INSERT INTO auth_passkeys (id, user_id, name, credential_id, public_key, counter, transports) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [newId(), userId, name, id, key, counter, transports],
        )
        .catch(known);
      await this.audit.record({ action: 'account.add_passkey', entity: 'user', entityId: userId });
      await this.notices.tell(userId, 'passkey_added');
      this.sessions.forgetUser(userId);
    });
  }

  /** @throws DomainError not_found, conflict for the last factor of who must have one */
  async remove(userId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const own = await this.database.one('SELECT 1 FROM auth_passkeys WHERE id = $1 AND user_id = $2', [
        id,
        userId,
      ]);
      if (!own) throw notFound({ en: 'passkey', es: 'la llave de acceso' });
      await this.sessions.mayLoseOneFactor(userId);
      await this.database.execute('DELETE FROM auth_passkeys WHERE id = $1', [id]);
      await this.audit.record({ action: 'account.remove_passkey', entity: 'user', entityId: userId });
      await this.notices.tell(userId, 'passkey_removed');
      this.sessions.forgetUser(userId);
    });
  }

  /** What the browser needs to use a passkey, whosever it is: nobody says who they are before. */
  async signInOptions(): Promise<object> {
    const { generateAuthenticationOptions } = await webauthn();
    const options = await generateAuthenticationOptions({
      rpID: this.site.hostname,
      userVerification: 'required',
    });
    await this.remember('passkey-sign-in', options.challenge);
    return options;
  }

  /** @returns whose passkey it is @throws DomainError unauthenticated for whatever was wrong */
  async recognise(response: Record<string, unknown>): Promise<string> {
    const { verifyAuthenticationResponse } = await webauthn();
    const row = await this.database.one<PasskeyRow & Record<string, unknown>>(
      `${ROW} JOIN auth_users u ON u.id = p.user_id AND u.active WHERE p.credential_id = $1`,
      [typeof response['id'] === 'string' ? response['id'] : ''],
    );
    const used =
      row &&
      (await verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge: (challenge) => this.forget('passkey-sign-in', challenge),
        expectedOrigin: this.site.origin,
        expectedRPID: this.site.hostname,
        requireUserVerification: true,
        credential: {
          id: row.credentialId,
          publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')),
          counter: Number(row.counter),
        },
      }).catch(() => undefined));
    if (!row || !used?.verified) throw unknownPasskey();
    await this.database.execute('UPDATE auth_passkeys SET counter = $2, last_used_at = now() WHERE id = $1', [
      row.id,
      used.authenticationInfo.newCounter,
    ]);
    return row.userId;
  }

  /** @throws DomainError invalid for another passkey than one of this person */
  async assertOf(userId: string, response: Record<string, unknown>): Promise<void> {
    const whose = await this.recognise(response).catch(() => undefined);
    if (whose !== userId)
      throw invalid('response', {
        en: 'is not of a passkey of yours; show another one',
        es: 'no es de una llave de acceso suya; muestre otra',
      });
  }

  /** The site that passkeys are bound to. */
  private get site(): URL {
    return new URL(this.config.publicUrl);
  }

  private async remember(purpose: string, challenge: string): Promise<void> {
    await this.database.execute(
      `INSERT INTO auth_verifications (id, identifier, value, expires_at) VALUES ($1, $2, $3, now() + make_interval(mins => $4))`,
      [newId(), purpose, challenge, MINUTES],
    );
  }

  /** Each challenge is answered once. */
  private async forget(purpose: string, challenge: string): Promise<boolean> {
    const known = await this.database.execute(
      'DELETE FROM auth_verifications WHERE identifier = $1 AND value = $2 AND expires_at > now()',
      [purpose, challenge],
    );
    return known > 0;
  }
}

const unknownPasskey = (): DomainError =>
  new DomainError('unauthenticated', {
    en: 'This passkey is not known here. Sign in in another way.',
    es: 'Esta llave de acceso no se conoce aquí. Inicie sesión de otra manera.',
  });

function known(error: unknown): never {
  if (isConstraintViolation(error, 'auth_passkeys_credential_id_key'))
    throw conflict({ en: 'This passkey is known already.', es: 'Esta llave de acceso ya se conoce.' });
  throw error;
}
