import { Inject, Injectable, Optional } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { conflict, invalid } from '#platform/http';
import { MailOutbox } from '#platform/mail';
import { pseudonymOf } from './erasure.rules.js';
import { PersonalTraces } from './personal-traces.js';
import { Sessions } from './sessions.service.js';
import type { UserDto } from './users.dto.js';
import { UsersQueries } from './users.queries.js';

// Locked, so that two administrators cannot erase each other at once.
const ADMINISTRATORS = `
  SELECT u.id FROM auth_users u
   WHERE u.active AND EXISTS (
         SELECT FROM role_assignments r
          WHERE r.user_id = u.id AND r.role = 'administrator' AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1))
   ORDER BY u.id FOR UPDATE`;

/** What is only about the person and serves nobody without them. */
const GO = [
  'DELETE FROM auth_sessions WHERE user_id = $1',
  'DELETE FROM auth_accounts WHERE user_id = $1',
  'DELETE FROM auth_totp_keys WHERE user_id = $1',
  'DELETE FROM auth_passkeys WHERE user_id = $1',
  'DELETE FROM auth_links WHERE user_id = $1',
  'DELETE FROM api_tokens WHERE user_id = $1',
  'DELETE FROM saved_views WHERE user_id = $1',
  `UPDATE delegations SET reason = NULL WHERE giver_id = $1`,
];

/** What began ends now; what has not begun never does. */
const END = ['role_assignments', 'delegations'].flatMap((table) => {
  const theirs = table === 'delegations' ? '(giver_id = $1 OR taker_id = $1)' : 'user_id = $1';
  return [
    `DELETE FROM ${table} WHERE ${theirs} AND valid_from >= $2`,
    `UPDATE ${table} SET valid_to = $2 WHERE ${theirs} AND (valid_to IS NULL OR valid_to > $2)`,
  ];
});

/** Makes a person a pseudonym for good. What they did stays, with the roles that they held. */
@Injectable()
export class Erasure {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(UsersQueries) private readonly users: UsersQueries,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Optional() @Inject(PersonalTraces) private readonly traces?: PersonalTraces,
  ) {}

  /**
   * @param typed the person's address, typed by whoever decides
   * @throws DomainError not_found, invalid for another address, conflict for the last administrator and for who is erased already
   */
  async erase(userId: string, typed: string, reason?: string | null): Promise<UserDto> {
    const now = this.clock.now();
    return this.database.transaction(async () => {
      const administrators = await this.database.query<{ id: string }>(ADMINISTRATORS, [now]);
      await this.database.execute('SELECT 1 FROM auth_users WHERE id = $1 FOR UPDATE', [userId]);
      const person = await this.users.byId(userId);
      if (person.erasedAt) throw conflict(ERASED);
      if (typed.trim().toLowerCase() !== person.email) throw invalid('email', OTHER_ADDRESS);
      if (administrators.length === 1 && administrators[0]?.id === userId) throw conflict(LAST);
      for (const statement of GO) await this.database.execute(statement, [userId]);
      await this.traces?.forget(userId);
      for (const statement of END) await this.database.execute(statement, [userId, now]);
      await this.database.execute(
        'DELETE FROM auth_verifications WHERE strpos(identifier || value, $1) > 0 OR strpos(lower(identifier || value), $2) > 0',
        [userId, person.email],
      );
      // Answers to repeated requests, kept for a day: the person's own, and those that name them.
      await this.database.execute(
        'DELETE FROM idempotency_keys WHERE actor_id = $1::text OR strpos(lower(answer::text), $2) > 0',
        [userId, person.email],
      );
      await this.mails.forget(person);
      const { name, email } = pseudonymOf(userId);
      await this.database.execute(
        `UPDATE auth_users SET name = $2, email = $3, email_verified = false, image = NULL, active = false,
                erased_at = $4, updated_at = $4 WHERE id = $1`,
        [userId, name, email, now],
      );
      await this.audit.record({ action: 'user.erase', entity: 'user', entityId: userId, reason });
      this.sessions.forgetUser(userId);
      return this.users.byId(userId);
    });
  }
}

const ERASED = { en: 'This person has been erased already.', es: 'Esta persona ya fue borrada.' };
const OTHER_ADDRESS = {
  en: "is not this person's e-mail address",
  es: 'no es el correo electrónico de esta persona',
};
const LAST = {
  en: 'This is the last administrator. Make somebody else an administrator first.',
  es: 'Es la última persona administradora. Nombre antes a otra.',
};
