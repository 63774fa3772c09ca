import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { type Bilingual, conflict, invalid } from '#platform/http';
import { AccountNotices } from './account-notices.service.js';
import { keyedHash, seal, unseal } from './secret-box.js';
import type { RecoveryCodesDto, SecondFactorsDto, TotpKeyDto } from './second-factor.dto.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import {
  base32,
  matchingStep,
  newRecoveryCodes,
  newTotpSecret,
  plainCode,
  totpAddress,
} from './totp.rules.js';

const PURPOSE = 'totp';
const WRONG: Bilingual = {
  en: 'is not right; wait for the next code and try again',
  es: 'no es correcto; espere el siguiente código e intente de nuevo',
};

interface KeyRow {
  secret: string;
  confirmedAt: Date | null;
  lastStep: number | null;
  recoveryCodes: string[];
}

const KEY = `
  SELECT secret, confirmed_at AS "confirmedAt", last_step AS "lastStep", recovery_codes AS "recoveryCodes"
    FROM auth_totp_keys WHERE user_id = $1`;

const PASSKEYS = `
  SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM auth_passkeys WHERE user_id = $1 ORDER BY created_at, id`;

/** The authenticator app of a person, and their recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccountNotices) private readonly notices: AccountNotices,
  ) {}

  async describe(userId: string): Promise<SecondFactorsDto> {
    const [key, passkeys] = await Promise.all([
      this.database.one<KeyRow & Record<string, unknown>>(KEY, [userId]),
      this.database.query<SecondFactorsDto['passkeys'][number] & Record<string, unknown>>(PASSKEYS, [userId]),
    ]);
    const totp = Boolean(key?.confirmedAt);
    return { totp, recoveryCodesLeft: totp ? (key?.recoveryCodes.length ?? 0) : 0, passkeys };
  }

  /** A new secret for the person's app; it counts once they have typed a code from it. @throws DomainError conflict */
  async begin(userId: string): Promise<TotpKeyDto> {
    const secret = newTotpSecret();
    const begun = await this.database.one<{ email: string }>(
      `WITH k AS (
         INSERT INTO auth_totp_keys AS k (user_id, secret) VALUES ($1, $2)
         ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = now() WHERE k.confirmed_at IS NULL
         RETURNING user_id)
       SELECT u.email FROM auth_users u JOIN k ON k.user_id = u.id`,
      [userId, seal(secret, this.config.secret, PURPOSE)],
    );
    if (!begun)
      throw conflict({
        en: 'You already have an authenticator app here. Remove it first.',
        es: 'Ya tiene aquí una aplicación de autenticación. Quítela primero.',
      });
    return { secret: base32(secret), address: totpAddress(secret, 'MIRPS', begun.email) };
  }

  /** The person has typed a code of their new app. @returns recovery codes, shown this once @throws DomainError invalid, too_many */
  async confirm(userId: string, code: string, address: string): Promise<RecoveryCodesDto> {
    const codes = newRecoveryCodes();
    await this.guarded(userId, address, async () => {
      const key = await this.key(userId);
      if (!key || key.confirmedAt || !(await this.takeStep(userId, key, code))) return false;
      await this.database.execute(
        'UPDATE auth_totp_keys SET confirmed_at = $2, recovery_codes = $3 WHERE user_id = $1',
        [userId, this.clock.now(), codes.map((each) => this.hash(each))],
      );
      await this.audit.record({ action: 'account.add_authenticator', entity: 'user', entityId: userId });
      await this.notices.tell(userId, 'authenticator_added');
      this.sessions.forgetUser(userId);
      return true;
    });
    return { codes };
  }

  /** Lets pass with a code of the app or a recovery code; each works once. @throws DomainError invalid, too_many */
  async show(userId: string, code: string, address: string): Promise<void> {
    await this.guarded(userId, address, () => this.isShown(userId, code));
  }

  /** Gives the app up. @throws DomainError invalid without a code, conflict for the last factor of who must have one, too_many */
  async remove(userId: string, code: string, address: string): Promise<void> {
    await this.guarded(userId, address, async () => {
      await this.sessions.mayLoseOneFactor(userId);
      if (!(await this.isShown(userId, code))) return false;
      await this.database.execute('DELETE FROM auth_totp_keys WHERE user_id = $1', [userId]);
      await this.audit.record({ action: 'account.remove_authenticator', entity: 'user', entityId: userId });
      await this.notices.tell(userId, 'authenticator_removed');
      this.sessions.forgetUser(userId);
      return true;
    });
  }

  /** An administrator takes all second factors of somebody who lost them; their sessions end. */
  async reset(userId: string): Promise<void> {
    await this.database.transaction(async () => {
      for (const table of ['auth_totp_keys', 'auth_passkeys', 'auth_sessions'])
        await this.database.execute(`DELETE FROM ${table} WHERE user_id = $1`, [userId]);
      await this.audit.record({ action: 'user.reset_second_factors', entity: 'user', entityId: userId });
      await this.notices.tell(userId, 'factors_reset');
      this.sessions.forgetUser(userId);
    });
  }

  private async guarded(userId: string, address: string, work: () => Promise<boolean>): Promise<void> {
    await this.attempts.begin(`code ${userId}`, address);
    if (!(await this.database.transaction(work))) throw invalid('code', WRONG);
    await this.attempts.succeeded(`code ${userId}`, address);
  }

  private async isShown(userId: string, code: string): Promise<boolean> {
    const key = await this.key(userId);
    if (!key?.confirmedAt) return false;
    return (await this.takeStep(userId, key, code)) || (await this.takeRecoveryCode(userId, code));
  }

  private key(userId: string): Promise<KeyRow | undefined> {
    return this.database.one<KeyRow & Record<string, unknown>>(`${KEY} FOR UPDATE`, [userId]);
  }

  private async takeStep(userId: string, key: KeyRow, code: string): Promise<boolean> {
    const secret = unseal(key.secret, this.config.secret, PURPOSE);
    const step = matchingStep(secret, plainCode(code), this.clock.now(), key.lastStep);
    if (step === undefined) return false;
    await this.database.execute('UPDATE auth_totp_keys SET last_step = $2 WHERE user_id = $1', [
      userId,
      step,
    ]);
    return true;
  }

  private async takeRecoveryCode(userId: string, code: string): Promise<boolean> {
    const taken = await this.database.execute(
      `UPDATE auth_totp_keys SET recovery_codes = array_remove(recovery_codes, $2) WHERE user_id = $1 AND $2 = ANY(recovery_codes)`,
      [userId, this.hash(code)],
    );
    if (taken === 0) return false;
    await this.audit.record({ action: 'account.use_recovery_code', entity: 'user', entityId: userId });
    await this.notices.tell(userId, 'recovery_code_used');
    return true;
  }

  private hash(code: string): string {
    return keyedHash(plainCode(code), this.config.secret, 'recovery code');
  }
}
