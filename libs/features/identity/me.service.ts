import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, type Lang, unauthenticated } from '#platform/http';
import { AccessService } from './access.service.js';
import { EmailChanges } from './email-changes.service.js';
import { Passwords } from './passwords.service.js';
import { StateZones } from './state-zones.js';
import type { MeDto, OwnPasswordDto } from './users.dto.js';
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
    @Optional() @Inject(StateZones) private readonly zones?: StateZones,
  ) {}

  async describe(actor: Actor): Promise<MeDto> {
    const id = idOf(actor);
    const [user, roles] = await Promise.all([this.queries.byId(id), this.queries.rolesNow(id)]);
    const stateCode = roles.find((role) => role.stateCode)?.stateCode;
    const timeZone = stateCode ? await this.zones?.zoneOf(stateCode) : undefined;
    return {
      user: { id: user.id, name: user.name, email: user.email },
      roles,
      permissions: this.access.permissionsOf(actor),
      lang: user.lang,
      timeZone: timeZone ?? null,
    };
  }

  async setLang(actor: Actor, lang: Lang): Promise<MeDto> {
    await this.users.setLang(idOf(actor), lang);
    return this.describe(actor);
  }

  /** All sessions of the person end, this one too. @throws DomainError invalid, too_many */
  async changePassword(actor: Actor, input: OwnPasswordDto, address: string): Promise<void> {
    await this.passwords.change(idOf(actor), input.currentPassword, input.newPassword, address);
  }

  /** @throws DomainError invalid for the present address */
  async changeEmail(actor: Actor, email: string): Promise<void> {
    await this.emails.ask(idOf(actor), email);
  }
}

function idOf(actor: Actor): string {
  if (actor.userId === null) throw unauthenticated();
  return actor.userId;
}
