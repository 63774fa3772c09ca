import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, conflict, forbidden, invalidFields, notFound } from '#platform/http';
import { AccessService } from './access.service.js';
import { Links } from './links.service.js';
import type { InvitationDto, NewInvitationDto } from './invitations.dto.js';
import type { NewRoleDto } from './role.dto.js';
import type { UserDto } from './users.dto.js';
import { ROLE_JSON, USER } from './users.queries.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { UsersService } from './users.service.js';

/** The role that a coordinator may give; every other one is an administrator's to give. */
const OF_A_COORDINATOR = 'focal_point';

// Who has neither shown that the address is theirs nor come through an identity provider has not accepted yet.
const PENDING = `
  SELECT u.id AS "userId", u.name, u.email, u.lang, l.created_at AS "sentAt", l.expires_at AS "expiresAt",
         l.used_at IS NULL AND l.expires_at > $1 AS open,
         coalesce((SELECT jsonb_agg(${ROLE_JSON} ORDER BY r.valid_from, r.id) FROM role_assignments r WHERE r.user_id = u.id), '[]') AS roles
    FROM auth_users u
    JOIN LATERAL (SELECT * FROM auth_links l WHERE l.user_id = u.id AND l.purpose = 'invitation' ORDER BY l.created_at DESC LIMIT 1) l ON true
   WHERE NOT u.email_verified AND u.erased_at IS NULL AND NOT EXISTS (SELECT FROM auth_accounts a WHERE a.user_id = u.id) AND ($2::uuid IS NULL OR u.id = $2)
   ORDER BY l.created_at DESC, u.id`;

/** People who have been asked in by mail and have not come yet. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Links) private readonly links: Links,
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Those that the actor may see: an administrator all, a coordinator those for their State alone. */
  async list(actor: Actor): Promise<InvitationDto[]> {
    const rows = await this.database.query<InvitationDto & Record<string, unknown>>(PENDING, [
      this.clock.now(),
      null,
    ]);
    return rows.filter(({ roles }) => this.reaches(actor, roles));
  }

  /** Makes a person known without a password, and sends them a link to set one. @throws DomainError invalid, conflict, too_many */
  async invite(actor: Actor, input: NewInvitationDto, address: string): Promise<UserDto> {
    this.check(actor, input.roles);
    // A refusal tells that somebody has the address: few of them in a row, or whoever may invite could try out a list.
    const who = `invite ${actor.userId}`;
    await this.attempts.begin(who, address);
    const invited = await this.database.transaction(async () => {
      const user = await this.users.create(input);
      await this.links.issue({ userId: user.id, purpose: 'invitation' });
      return user;
    });
    await this.attempts.succeeded(who, address);
    return invited;
  }

  /** Sends a new link; the earlier one no longer works. @throws DomainError not_found */
  async resend(actor: Actor, userId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.pending(actor, userId);
      await this.links.takeBack(userId, ['invitation']);
      await this.links.issue({ userId, purpose: 'invitation' });
      await this.audit.record({ action: 'user.invite_again', entity: 'user', entityId: userId });
    });
  }

  /** Takes an invitation back: nobody is left of it. @throws DomainError not_found, conflict when the person is known elsewhere */
  async revoke(actor: Actor, userId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.pending(actor, userId);
      await this.audit.record({ action: 'user.revoke_invitation', entity: 'user', entityId: userId });
      await this.database
        .savepoint(() => this.database.execute('DELETE FROM auth_users WHERE id = $1', [userId]))
        .catch(() => {
          throw conflict({
            en: 'This person already has work assigned. Deactivate them instead.',
            es: 'Esta persona ya tiene trabajo asignado. Desactívela.',
          });
        });
    });
  }

  private async pending(actor: Actor, userId: string): Promise<void> {
    await this.database.execute('SELECT 1 FROM auth_users WHERE id = $1 FOR UPDATE', [userId]);
    const found = await this.database.one<InvitationDto & Record<string, unknown>>(PENDING, [
      this.clock.now(),
      userId,
    ]);
    if (!found || !this.reaches(actor, found.roles)) throw notFound(USER);
  }

  /** @throws DomainError invalid at the role that the actor may not give, forbidden without any */
  private check(actor: Actor, roles: readonly NewRoleDto[]): void {
    if (this.access.may(actor, 'user.invite', {})) return;
    if (roles.length === 0) throw forbidden();
    const wrong = roles.flatMap((role, at) =>
      this.reaches(actor, [role])
        ? []
        : [
            {
              field: `roles[${at}].role`,
              detail: {
                en: 'may only be that of a focal point of your own State',
                es: 'solo puede ser la de punto focal de su propio Estado',
              },
            },
          ],
    );
    if (wrong.length > 0) throw invalidFields(wrong);
  }

  private reaches(actor: Actor, roles: readonly Pick<NewRoleDto, 'role' | 'stateCode'>[]): boolean {
    return (
      this.access.may(actor, 'user.invite', {}) ||
      (roles.length > 0 &&
        roles.every(
          ({ role, stateCode }) =>
            role === OF_A_COORDINATOR && this.access.may(actor, 'user.invite', { stateCode }),
        ))
    );
  }
}
