import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database, newId } from '#platform/database';
import { invalid, notFound } from '#platform/http';
import { AccountNotices } from './account-notices.service.js';
import { assertStrong } from './password-strength.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { USER, UsersQueries } from './users.queries.js';

const SET = `
  INSERT INTO auth_accounts (id, user_id, account_id, provider_id, password)
  SELECT $1, id, id::text, 'credential', $3 FROM auth_users WHERE id = $2
  ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`;

interface SettingOptions {
  /** Where the password stands in the request. */
  field?: string;
  /** For the audit trail. */
  action?: string;
  first?: boolean;
}

/** Sets passwords; whatever sessions were open under the old one end. */
@Injectable()
export class Passwords {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(AccountNotices) private readonly notices: AccountNotices,
    @Inject(UsersQueries) private readonly users: UsersQueries,
  ) {}

  /**
   * @param options.first there was none before, so that nobody has to be told
   * @throws DomainError not_found, invalid for a weak one, conflict for who was erased
   */
  async set(
    userId: string,
    password: string,
    { field = 'password', action = 'user.set_password', first = false }: SettingOptions = {},
  ): Promise<void> {
    const user = await this.database.one<{ name: string; email: string }>(
      'SELECT name, email FROM auth_users WHERE id = $1',
      [userId],
    );
    if (!user) throw notFound(USER);
    await assertStrong(password, [user.name, user.email], field);
    const hash = await hashPassword(password);
    await this.database.transaction(async () => {
      await this.users.assertNotErased(userId);
      if ((await this.database.execute(SET, [newId(), userId, hash])) === 0) throw notFound(USER);
      await this.database.execute('DELETE FROM auth_sessions WHERE user_id = $1', [userId]);
      await this.audit.record({ action, entity: 'user', entityId: userId });
      if (!first) await this.notices.tell(userId, 'password_changed');
      this.sessions.forgetUser(userId);
    });
  }

  /** A person's own change; guesses count like guesses at sign-in. @throws DomainError invalid, too_many */
  async change(userId: string, current: string, next: string, address: string): Promise<void> {
    await this.assertIs(userId, current, 'currentPassword', address);
    await this.set(userId, next, { field: 'newPassword', action: 'user.change_password' });
  }

  /** @param field where the password stands in the request @throws DomainError invalid for another one, too_many */
  async assertIs(userId: string, password: string, field: string, address: string): Promise<void> {
    await this.attempts.begin(userId, address);
    const account = await this.database.one<{ password: string | null }>(
      `SELECT password FROM auth_accounts WHERE user_id = $1 AND provider_id = 'credential'`,
      [userId],
    );
    if (!account?.password || !(await verifyPassword(account.password, password)))
      throw invalid(field, { en: 'is not your password', es: 'no es su contraseña' });
    await this.attempts.succeeded(userId, address);
  }
}
