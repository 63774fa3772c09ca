import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { conflict, currentActor, invalidFields } from '#platform/http';
import type { OwnSettingsDto } from './me.dto.js';
import { assertStrong } from './password-strength.js';
import { hashPassword } from './passwords.js';
import { RolesService } from './roles.service.js';
import { Sessions } from './sessions.service.js';
import type { NewInvitationDto } from './invitations.dto.js';
import type { NewUserDto, UserDto } from './users.dto.js';
import { UsersQueries } from './users.queries.js';

const INSERT =
  'INSERT INTO auth_users (id, name, email, email_verified, lang) VALUES ($1, $2, lower($3), $4, $5)';
const CREDENTIAL = `
  INSERT INTO auth_accounts (id, user_id, account_id, provider_id, password) VALUES ($1, $2::uuid, ($2::uuid)::text, 'credential', $3)`;

/** Makes people known and lets them in or not. Nobody registers themselves. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(RolesService) private readonly roles: RolesService,
    @Inject(UsersQueries) private readonly users: UsersQueries,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /**
   * A new person with, if told, a first password and roles; who gets none is invited.
   * @throws DomainError conflict when the address is taken, invalid for a weak password or a role that cannot be
   */
  async create(input: NewInvitationDto | NewUserDto): Promise<UserDto> {
    const id = newId();
    const password = 'password' in input ? input.password : undefined;
    const wrong = await Promise.all(
      (input.roles ?? []).map((role, at) => this.roles.problems(role, `roles[${at}].`)),
    );
    if (wrong.flat().length > 0) throw invalidFields(wrong.flat());
    if (password) await assertStrong(password, [input.name, input.email]);
    const hash = password && (await hashPassword(password));
    return this.database.transaction(async () => {
      await this.database
        .execute(INSERT, [id, input.name, input.email, hash !== undefined, input.lang ?? 'es'])
        .catch(refusal);
      if (hash) await this.database.execute(CREDENTIAL, [newId(), id, hash]);
      await this.audit.record({
        action: 'user.create',
        entity: 'user',
        entityId: id,
        after: { lang: input.lang ?? 'es' },
      });
      for (const role of input.roles ?? []) await this.roles.grant(id, role);
      return this.users.byId(id);
    });
  }

  /**
   * Lets a person sign in, or no longer; open sessions end.
   * @throws DomainError not_found, conflict for oneself and for who was erased
   */
  async setActive(userId: string, active: boolean, reason?: string | null): Promise<UserDto> {
    if (!active && currentActor()?.userId === userId)
      throw conflict({
        en: 'Nobody shuts themselves out; ask another administrator.',
        es: 'Nadie puede desactivarse a sí mismo; pídalo a otra persona administradora.',
      });
    return this.database.transaction(async () => {
      const before = await this.users.byId(userId);
      if (before.active === active) return before;
      await this.users.assertNotErased(userId);
      await this.database.execute('UPDATE auth_users SET active = $2, updated_at = now() WHERE id = $1', [
        userId,
        active,
      ]);
      if (!active) await this.database.execute('DELETE FROM auth_sessions WHERE user_id = $1', [userId]);
      const action = active ? 'user.activate' : 'user.deactivate';
      await this.audit.record({
        action,
        entity: 'user',
        entityId: userId,
        before: { active: !active },
        after: { active },
        reason,
      });
      this.sessions.forgetUser(userId);
      return { ...before, active };
    });
  }

  /** A person's name, and the language of their pages and mails. @throws DomainError not_found */
  async describe(userId: string, { name, lang }: OwnSettingsDto): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.users.byId(userId);
      const next = { name: name ?? before.name, lang: lang ?? before.lang };
      await this.database.execute(
        'UPDATE auth_users SET name = $2, lang = $3, updated_at = now() WHERE id = $1 AND (name, lang) <> ($2, $3)',
        [userId, next.name, next.lang],
      );
      const entry = { entity: 'user' as const, entityId: userId };
      // Not which name: the trail keeps what it is told for good.
      if (next.name !== before.name) await this.audit.record({ ...entry, action: 'user.set_name' });
      if (next.lang !== before.lang)
        await this.audit.record({
          ...entry,
          action: 'user.set_lang',
          before: { lang: before.lang },
          after: { lang: next.lang },
        });
      this.sessions.forgetUser(userId);
    });
  }
}

function refusal(error: unknown): never {
  if (isConstraintViolation(error, 'auth_users_email_key'))
    throw conflict({
      en: 'Somebody has this e-mail address already.',
      es: 'Alguien ya tiene esta dirección de correo.',
    });
  throw error;
}
