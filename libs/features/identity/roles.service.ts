import { Inject, Injectable, Optional } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import {
  type Bilingual,
  conflict,
  currentActor,
  type FieldProblem,
  invalidFields,
  notFound,
} from '#platform/http';
import { Outbox, topic } from '#platform/outbox';
import { STATE_ROLES, type Role } from './identity.vocabulary.js';
import { Sessions } from './sessions.service.js';
import { StateFacts } from './state-facts.js';
import type { NewRoleDto, RoleDto } from './role.dto.js';
import { USER, UsersQueries } from './users.queries.js';

const RETURNING = `
  RETURNING id, role, state_code AS "stateCode", institution_id AS "institutionId", team_key AS "teamKey",
            valid_from AS "validFrom", valid_to AS "validTo"`;

const INSERT = `
  INSERT INTO role_assignments (id, user_id, role, state_code, institution_id, team_key, valid_from, valid_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ${RETURNING}`;

// What has not begun yet is ended by removing it: it never held.
const END = `UPDATE role_assignments SET valid_to = $3 WHERE id = $1 AND user_id = $2 AND valid_from < $3 AND (valid_to IS NULL OR valid_to > $3) ${RETURNING}`;
const REMOVE = `DELETE FROM role_assignments WHERE id = $1 AND user_id = $2 AND valid_from >= $3 ${RETURNING}`;

/** Somebody else gave a person a role. */
export const roleGiven = topic<{ assignmentId: string; userId: string }>('account.role_given');

/** Gives and takes roles. Ended assignments stay, so that it can be told who held what, and when. */
@Injectable()
export class RolesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(UsersQueries) private readonly users: UsersQueries,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Optional() @Inject(StateFacts) private readonly states?: StateFacts,
  ) {}

  /**
   * @throws DomainError not_found, invalid, conflict when the person holds the same role for the same scope in that time,
   * or has been erased
   */
  async grant(userId: string, input: NewRoleDto): Promise<RoleDto> {
    const wrong = await this.problems(input);
    if (wrong.length > 0) throw invalidFields(wrong);
    const validFrom = input.validFrom ? new Date(input.validFrom) : this.clock.now();
    const values = [
      newId(),
      userId,
      input.role,
      input.stateCode ?? null,
      input.institutionId ?? null,
      input.teamKey ?? null,
      validFrom,
      input.validTo ?? null,
    ];
    return this.database.transaction(async () => {
      await this.users.assertNotErased(userId);
      const role = await this.database.one<RoleDto>(INSERT, values).catch(refusal);
      await this.audit.record({
        action: 'role.grant',
        entity: 'user',
        entityId: userId,
        stateCode: input.stateCode,
        after: role,
      });
      const giver = currentActor()?.userId ?? null;
      if (giver !== null && giver !== userId)
        await this.outbox.publish(roleGiven, { assignmentId: (role as RoleDto).id, userId });
      this.sessions.forgetUser(userId);
      return role as RoleDto;
    });
  }

  /** Ends an assignment now. @throws DomainError not_found, conflict for one's own administration */
  async end(userId: string, assignmentId: string, reason?: string | null): Promise<void> {
    const values = [assignmentId, userId, this.clock.now()];
    await this.database.transaction(async () => {
      const role =
        (await this.database.one<RoleDto>(END, values)) ?? (await this.database.one<RoleDto>(REMOVE, values));
      if (!role)
        throw notFound({
          en: 'present or future role of this person',
          es: 'una función actual o futura de esta persona',
        });
      if (role.role === 'administrator' && currentActor()?.userId === userId)
        throw conflict({
          en: 'Nobody ends their own administration; ask another administrator.',
          es: 'Nadie puede terminar su propia administración; pídalo a otra persona administradora.',
        });
      await this.audit.record({
        action: 'role.end',
        entity: 'user',
        entityId: userId,
        stateCode: role.stateCode,
        before: role,
        reason,
      });
      this.sessions.forgetUser(userId);
    });
  }

  /** All that is wrong with a role before it is given. @param where it stands in the request, such as `roles[1].` */
  async problems(input: NewRoleDto, where = ''): Promise<FieldProblem[]> {
    const now = this.clock.now();
    const from = input.validFrom ? new Date(input.validFrom) : now;
    const { role, stateCode = null, institutionId, teamKey } = input;
    const checks: [wrong: boolean | undefined, field: string, detail: Bilingual][] = [
      [!stateCode && STATE_ROLES.includes(role as Role), 'stateCode', REQUIRED],
      [stateCode !== null && !(await this.isState(stateCode)), 'stateCode', NO_STATE],
      [!teamKey && role === 'team_lead', 'teamKey', REQUIRED],
      [Boolean(teamKey) && (await this.states?.hasTeam(teamKey ?? '')) === false, 'teamKey', NO_TEAM],
      [
        Boolean(institutionId) &&
          (await this.states?.hasInstitution(stateCode, institutionId ?? '')) === false,
        'institutionId',
        NO_INSTITUTION,
      ],
      // Nobody rewrites who held what; only the product itself puts earlier years in.
      [isPerson() && from.getTime() < now.getTime() - MINUTE_MS, 'validFrom', PAST],
      [Boolean(input.validTo) && new Date(input.validTo ?? 0) <= from, 'validTo', NOT_LATER],
    ];
    return checks.flatMap(([wrong, field, detail]): FieldProblem[] =>
      wrong ? [{ field: `${where}${field}`, detail }] : [],
    );
  }

  private async isState(code: string): Promise<boolean> {
    return !this.states || (await this.states.zoneOf(code)) !== undefined;
  }
}

/** Somebody asks for it, not the product itself. */
const isPerson = (): boolean => Boolean(currentActor()?.userId);

const MINUTE_MS = 60_000;
const REQUIRED: Bilingual = { en: 'is required for this role', es: 'es obligatorio para esta función' };
const NO_STATE: Bilingual = { en: 'is no State of this region', es: 'no es un Estado de esta región' };
const NO_TEAM: Bilingual = {
  en: 'is no Regional Technical Team; choose one from the list',
  es: 'no es un Equipo Técnico Regional; elija uno de la lista',
};
const NO_INSTITUTION: Bilingual = {
  en: 'is no institution of this State or of the region',
  es: 'no es una institución de este Estado ni de la región',
};
const PAST: Bilingual = {
  en: 'lies in the past; a role holds from now on or from a later moment',
  es: 'está en el pasado; una función rige desde ahora o desde un momento posterior',
};
const NOT_LATER: Bilingual = {
  en: 'must be later than the beginning',
  es: 'debe ser posterior al comienzo',
};

function refusal(error: unknown): never {
  if (isConstraintViolation(error, 'role_assignments_once'))
    throw conflict({
      en: 'The person already holds this role in that time.',
      es: 'La persona ya tiene esta función en ese tiempo.',
    });
  if (isConstraintViolation(error, 'role_assignments_user_id_fkey')) throw notFound(USER);
  throw error;
}
