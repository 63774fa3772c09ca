import { Inject, Injectable } from '@nestjs/common';
import { AccessService, RolesService } from '#features/identity';
import { StatesService } from '#features/states';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, forbidden, notFound } from '#platform/http';
import { FocalPointsService } from './focal-points.service.js';
import type { MemberEndInput, MemberRenewalInput, NationalTeamDto } from './members.dto.js';
import { MembersQueries } from './members.queries.js';

export const MEMBER: Bilingual = {
  en: 'role in the National Technical Team',
  es: 'la función en el Equipo Técnico Nacional',
};

const ROLE = `
  SELECT user_id AS "userId", role, institution_id AS "institutionId", valid_to IS NOT NULL AND valid_to <= $3 AS ended,
         EXISTS (SELECT FROM role_assignments o
                  WHERE o.user_id = r.user_id AND o.role = r.role AND o.state_code = r.state_code AND o.id <> r.id
                    AND (o.valid_to IS NULL OR o.valid_to > $3)) AS others
    FROM role_assignments r WHERE id = $1 AND state_code = $2`;

interface Held extends Record<string, unknown> {
  userId: string;
  role: string;
  institutionId: string | null;
  /** No longer holds. */
  ended: boolean;
  /** The person has the same role in the State by another assignment, now or later. */
  others: boolean;
}

/** A State's National Technical Team: who is in it, and until when. */
@Injectable()
export class MembersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(RolesService) private readonly roles: RolesService,
    @Inject(StatesService) private readonly states: StatesService,
    @Inject(FocalPointsService) private readonly focalPoints: FocalPointsService,
    @Inject(MembersQueries) private readonly queries: MembersQueries,
  ) {}

  /** @throws DomainError forbidden, not_found */
  async list(actor: Actor, stateCode: string): Promise<NationalTeamDto> {
    await this.admit(actor, stateCode);
    return this.queries.of(stateCode);
  }

  /**
   * Ends the role of a focal point now, and with the last one their commitments in the State.
   * @throws DomainError not_found, forbidden for another role, conflict when it has ended already
   */
  async end(actor: Actor, stateCode: string, assignmentId: string, input: MemberEndInput): Promise<void> {
    await this.admit(actor, stateCode);
    await this.database.transaction(async () => {
      const held = await this.role(stateCode, assignmentId);
      if (held.ended)
        throw conflict({ en: 'This role has ended already.', es: 'Esta función ya había terminado.' });
      await this.roles.end(held.userId, assignmentId, input.reason);
      if (!held.others) await this.focalPoints.leave(held.userId, stateCode);
    });
  }

  /**
   * Gives a focal point whose role has ended the same role anew, from now on.
   * @throws DomainError not_found, forbidden for another role, invalid, conflict while the person holds it
   */
  async renew(
    actor: Actor,
    stateCode: string,
    assignmentId: string,
    input: MemberRenewalInput,
  ): Promise<void> {
    await this.admit(actor, stateCode);
    await this.database.transaction(async () => {
      const { userId, role, institutionId } = await this.role(stateCode, assignmentId);
      await this.roles.grant(userId, { role, stateCode, institutionId, validTo: input.validTo });
    });
  }

  private async admit(actor: Actor, stateCode: string): Promise<void> {
    this.access.assertMay(actor, 'member.manage', { stateCode });
    await this.states.get(stateCode);
  }

  private async role(stateCode: string, assignmentId: string): Promise<Held> {
    const held = await this.database.one<Held>(ROLE, [assignmentId, stateCode, this.clock.now()]);
    if (!held) throw notFound(MEMBER);
    if (held.role !== 'focal_point')
      throw forbidden({
        en: 'Only roles of focal points end here; for every other one ask an administrator.',
        es: 'Aquí solo terminan las funciones de puntos focales; para las demás, pídalo a una persona administradora.',
      });
    return held;
  }
}
