import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, type RoleGrant } from '#platform/http';
import { AccessService } from './access.service.js';
import { EmailChanges } from './email-changes.service.js';
import { Passwords } from './passwords.service.js';
import { StateFacts } from './state-facts.js';
import { powersOf, signedIn } from './signed-in.js';
import type { MeDto, OwnPasswordDto, OwnSettingsDto } from './me.dto.js';
import type { RoleDto } from './role.dto.js';
import { UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

/** The signed-in person's own account. */
@Injectable()
export class MeService {
  constructor(
    @Inject(UsersQueries) private readonly queries: UsersQueries,
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(EmailChanges) private readonly emails: EmailChanges,
    @Inject(AccessService) private readonly access: AccessService,
    @Optional() @Inject(StateFacts) private readonly states?: StateFacts,
  ) {}

  async describe(actor: Actor): Promise<MeDto> {
    const { userId } = signedIn(actor);
    const powers = powersOf(actor) ?? userId;
    const [user, assigned] = await Promise.all([this.queries.byId(userId), this.queries.rolesNow(powers)]);
    const roles = assigned.filter((role) => actor.roles.some((grant) => isSame(grant, role)));
    const stateCode = roles.find((role) => role.stateCode)?.stateCode;
    const timeZone = stateCode ? await this.states?.zoneOf(stateCode) : undefined;
    return {
      user: { id: user.id, name: user.name, email: user.email },
      roles,
      permissions: this.access.permissionsOf(actor),
      actingFor: actor.onBehalfOf ?? null,
      lang: user.lang,
      step: actor.pending ?? null,
      timeZone: timeZone ?? null,
    };
  }

  async change(actor: Actor, settings: OwnSettingsDto): Promise<MeDto> {
    await this.users.describe(signedIn(actor).userId, settings);
    return this.describe(actor);
  }

  /** All sessions of the person end, this one too. @throws DomainError invalid, too_many */
  async changePassword(actor: Actor, input: OwnPasswordDto, address: string): Promise<void> {
    await this.passwords.change(signedIn(actor).userId, input.currentPassword, input.newPassword, address);
  }

  /** @throws DomainError invalid for the present address */
  async changeEmail(actor: Actor, email: string): Promise<void> {
    await this.emails.ask(signedIn(actor).userId, email);
  }
}

/** An assignment gives nothing now when its grant does not: a Presidency out of its term, say. */
const isSame = (grant: RoleGrant, role: RoleDto): boolean =>
  grant.role === role.role &&
  (grant.stateCode ?? null) === role.stateCode &&
  (grant.institutionId ?? null) === role.institutionId &&
  (grant.teamKey ?? null) === role.teamKey;
