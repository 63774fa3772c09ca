import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { conflict, invalid } from '#platform/http';
import { AccountNotices } from './account-notices.service.js';
import { type LivingLink, Links } from './links.service.js';
import { Sessions } from './sessions.service.js';

const BOTH = ['email_old', 'email_new'] as const;

const WAITING = 'SELECT 1 FROM auth_links WHERE change_id = $1 AND used_at IS NULL';

/** Moves a person's sign-in to another address, once the old and the new one have confirmed. */
@Injectable()
export class EmailChanges {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Links) private readonly links: Links,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccountNotices) private readonly notices: AccountNotices,
  ) {}

  /**
   * Sends a link to both addresses; an earlier change that waits is given up. Whether somebody else has the new address
   * shows only at the end, to whoever can read its mail.
   * @throws DomainError invalid for the present address
   */
  async ask(userId: string, email: string): Promise<void> {
    const present = await this.database.one<{ email: string }>('SELECT email FROM auth_users WHERE id = $1', [
      userId,
    ]);
    if (present?.email === email.toLowerCase())
      throw invalid('email', { en: 'is your present address', es: 'es su dirección actual' });
    const changeId = newId();
    await this.database.transaction(async () => {
      await this.links.takeBack(userId, BOTH);
      for (const purpose of BOTH)
        await this.links.issue({ userId, purpose, email: email.toLowerCase(), changeId });
      await this.audit.record({ action: 'user.ask_email_change', entity: 'user', entityId: userId });
    });
  }

  /** One address has confirmed. In the transaction that used the link. @returns whether that was the second one */
  async confirmed({ userId, changeId, email }: LivingLink): Promise<boolean> {
    // Whoever confirms second at the same moment waits here, and then sees the first.
    const before = await this.database.one<{ email: string }>(
      'SELECT email FROM auth_users WHERE id = $1 FOR UPDATE',
      [userId],
    );
    if (await this.database.one(WAITING, [changeId])) return false;
    await this.database
      .execute('UPDATE auth_users SET email = $2, email_verified = true, updated_at = now() WHERE id = $1', [
        userId,
        email,
      ])
      .catch(taken);
    await this.links.takeBack(userId, ['sign_in', 'password_reset', 'invitation']);
    await this.audit.record({ action: 'user.change_email', entity: 'user', entityId: userId });
    await this.notices.tell(userId, 'email_changed', before && { address: before.email });
    this.sessions.forgetUser(userId);
    return true;
  }
}

function taken(error: unknown): never {
  if (isConstraintViolation(error, 'auth_users_email_key'))
    throw conflict({
      en: 'This address cannot be used. Ask for a change to another one.',
      es: 'Esta dirección no se puede usar. Pida el cambio a otra.',
    });
  throw error;
}
