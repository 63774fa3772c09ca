import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { type Bilingual, invalid, invalidFields, notFound } from '#platform/http';
import { AccountNotices } from './account-notices.service.js';
import { areColleagues, COLLEAGUES } from './colleagues.rules.js';
import type { ColleagueDto, DelegationDto, NewDelegationDto } from './delegations.dto.js';
import type { AccountChange } from './identity.vocabulary.js';
import { actingCookieName, isSecure } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

const MOST_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;
export const DELEGATION: Bilingual = { en: 'delegation', es: 'la delegación' };

const SELECT = `
  SELECT d.id, jsonb_build_object('id', g.id, 'name', g.name) AS giver, jsonb_build_object('id', t.id, 'name', t.name) AS taker,
         d.valid_from AS "validFrom", d.valid_to AS "validTo", d.reason
    FROM delegations d JOIN auth_users g ON g.id = d.giver_id JOIN auth_users t ON t.id = d.taker_id`;

/** Lets somebody stand in for a colleague who is absent. What they do is told as theirs, on the other's behalf. */
@Injectable()
export class Delegations {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccountNotices) private readonly notices: AccountNotices,
  ) {}

  /** Present and future ones that a person gave or got, the earliest first. */
  list(userId: string): Promise<DelegationDto[]> {
    return this.database.query<DelegationDto>(
      `${SELECT} WHERE (d.giver_id = $1 OR d.taker_id = $1) AND d.valid_to > $2 ORDER BY d.valid_from, d.id`,
      [userId, this.clock.now()],
    );
  }

  /** Who may stand in for somebody: whoever works for the same State or team, or in the same regional office. */
  colleagues(userId: string): Promise<ColleagueDto[]> {
    return this.database.query<ColleagueDto>(COLLEAGUES, [userId, this.clock.now()]);
  }

  /** @throws DomainError invalid */
  async give(giverId: string, input: NewDelegationDto): Promise<DelegationDto> {
    const from = input.validFrom ? new Date(input.validFrom) : this.clock.now();
    const to = new Date(input.validTo);
    if (to <= from || to <= this.clock.now() || to.getTime() - from.getTime() > MOST_DAYS * DAY_MS)
      throw invalid('validTo', {
        en: `must be later than the beginning and than now, by at most ${MOST_DAYS} days`,
        es: `debe ser posterior al comienzo y al momento actual, a lo sumo en ${MOST_DAYS} días`,
      });
    if (!(await this.colleagues(giverId)).some(({ id }) => id === input.takerId))
      throw invalidFields([{ field: 'takerId', detail: NO_COLLEAGUE }]);
    return this.database.transaction(async () => {
      const id = newId();
      await this.database.execute(
        `INSERT INTO delegations (id, giver_id, taker_id, valid_from, valid_to, reason, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, giverId, input.takerId, from, to, input.reason ?? null, this.clock.now()],
      );
      await this.audit.record({
        action: 'delegation.give',
        entity: 'user',
        entityId: giverId,
        // Not why: an absence can be a matter of health, and the trail keeps what it is told for good.
        after: { delegationId: id, takerId: input.takerId, validFrom: from, validTo: to },
      });
      const given = await this.byId(id);
      await this.tell(given, 'delegation_given', 'delegation_got');
      return given;
    });
  }

  /** Ends one now; giver and taker both can. @throws DomainError not_found */
  async end(userId: string, id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async () => {
      const before = await this.byId(id);
      if (![before.giver.id, before.taker.id].includes(userId) || new Date(before.validTo) <= now)
        throw notFound(DELEGATION);
      // What has not begun yet is removed: nobody ever stood in.
      await this.database.execute(
        new Date(before.validFrom) < now
          ? 'UPDATE delegations SET valid_to = $2 WHERE id = $1'
          : 'DELETE FROM delegations WHERE id = $1 AND valid_from >= $2',
        [id, now],
      );
      await this.audit.record({
        action: 'delegation.end',
        entity: 'user',
        entityId: before.giver.id,
        before: { delegationId: id, takerId: before.taker.id, validTo: before.validTo },
      });
      await this.tell(before, 'delegation_given_ended', 'delegation_got_ended');
      this.sessions.forgetUser(before.taker.id);
    });
  }

  /** From here on this browser acts for somebody absent, or for the person again. @throws DomainError not_found */
  async actFor(
    takerId: string,
    delegationId: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const until = delegationId ? await this.holds(takerId, delegationId, now) : now;
    const seconds = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000));
    const flags = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(this.config) ? '; Secure' : ''}`;
    void reply.header('set-cookie', `${actingCookieName(this.config)}=${delegationId ?? ''}; ${flags}`);
    this.sessions.forgetRequest(request);
  }

  /** Both learn of it, each in their own language. */
  private async tell(
    { giver, taker, validFrom, validTo }: DelegationDto,
    toGiver: AccountChange,
    toTaker: AccountChange,
  ): Promise<void> {
    const when = { from: new Date(validFrom).toISOString(), to: new Date(validTo).toISOString() };
    await this.notices.tell(giver.id, toGiver, { delegation: { personId: taker.id, ...when } });
    await this.notices.tell(taker.id, toTaker, { delegation: { personId: giver.id, ...when } });
  }

  private async holds(takerId: string, id: string, now: Date): Promise<Date> {
    const found = await this.database.one<{ validTo: Date }>(
      `SELECT valid_to AS "validTo" FROM delegations d JOIN auth_users g ON g.id = d.giver_id AND g.active
        WHERE d.id = $1 AND d.taker_id = $2 AND d.valid_from <= $3 AND d.valid_to > $3 AND ${areColleagues('d.giver_id', 'd.taker_id', '$3')}`,
      [id, takerId, now],
    );
    if (!found) throw notFound(DELEGATION);
    return found.validTo;
  }

  private async byId(id: string): Promise<DelegationDto> {
    const found = await this.database.one<DelegationDto>(`${SELECT} WHERE d.id = $1`, [id]);
    if (!found) throw notFound(DELEGATION);
    return found;
  }
}

const NO_COLLEAGUE: Bilingual = {
  en: 'is nobody who works for the same State or team; choose somebody from the list',
  es: 'no es una persona que trabaje para el mismo Estado o equipo; elija a alguien de la lista',
};
