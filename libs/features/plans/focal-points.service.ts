import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { isDay, localDay } from '#platform/calendar';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict, invalid, notFound } from '#platform/http';
import { Outbox } from '#platform/outbox';
import type { FocalPointDto } from './commitment.dto.js';
import type { FocalPointEnd, FocalPointInput } from './commitment.input.js';
import { focalPointNamed } from './plan.events.js';
import { COMMITMENT } from './plans.queries.js';

const FOCAL_POINT: Bilingual = { en: 'focal point', es: 'el punto focal' };

const BY_ID = `
  SELECT f.id, f.user_id AS "userId", u.name, f.from_on::text AS "fromOn", f.to_on::text AS "toOn",
         c.id AS "commitmentId", c.state_code AS "stateCode", s.time_zone AS "timeZone"
    FROM commitment_focal_points f JOIN auth_users u ON u.id = f.user_id
    JOIN commitments c ON c.id = f.commitment_id JOIN states s ON s.code = c.state_code
   WHERE f.id = $1`;

// Whoever would end before having begun never was one.
const LEAVE = `
  WITH today AS (SELECT ($3::timestamptz AT TIME ZONE time_zone)::date AS day FROM states WHERE code = $2),
  theirs AS (
    SELECT f.id, f.from_on FROM commitment_focal_points f JOIN commitments c ON c.id = f.commitment_id, today
     WHERE f.user_id = $1 AND c.state_code = $2 AND (f.to_on IS NULL OR f.to_on > today.day)),
  ended AS (
    UPDATE commitment_focal_points f SET to_on = today.day FROM theirs t, today
     WHERE f.id = t.id AND t.from_on < today.day RETURNING f.commitment_id, f.from_on),
  removed AS (
    DELETE FROM commitment_focal_points f USING theirs t, today
     WHERE f.id = t.id AND t.from_on >= today.day RETURNING f.commitment_id, f.from_on)
  SELECT e.commitment_id AS "commitmentId", e.from_on::text AS "fromOn", today.day::text AS "toOn"
    FROM (SELECT * FROM ended UNION ALL SELECT * FROM removed) e, today`;

interface Home extends Record<string, unknown> {
  commitmentId: string;
  stateCode: string;
  timeZone: string;
}

/** Who reports on which commitment, and since when. It holds for the commitment itself, through all plan versions. */
@Injectable()
export class FocalPointsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Makes a person focal point of a commitment.
   * @throws DomainError not_found, forbidden, invalid; conflict when he or she is one already
   */
  assign(actor: Actor, commitmentId: string, input: FocalPointInput): Promise<FocalPointDto> {
    return this.database.transaction(async () => {
      const home = await this.database.one<Home>(
        `SELECT c.id AS "commitmentId", c.state_code AS "stateCode", s.time_zone AS "timeZone"
           FROM commitments c JOIN states s ON s.code = c.state_code WHERE c.id = $1`,
        [commitmentId],
      );
      if (!home) throw notFound(COMMITMENT);
      this.admit(actor, home);
      const id = newId();
      const fromOn = this.day('fromOn', input.fromOn, home);
      if (!(await this.database.one('SELECT FROM auth_users WHERE id = $1 AND active', [input.userId])))
        throw invalid('userId', {
          en: 'is nobody who can sign in',
          es: 'no es una persona que pueda iniciar sesión',
        });
      try {
        await this.database.execute(
          'INSERT INTO commitment_focal_points (id, commitment_id, user_id, from_on) VALUES ($1, $2, $3, $4)',
          [id, commitmentId, input.userId, fromOn],
        );
      } catch (error) {
        if (!isConstraintViolation(error, 'commitment_focal_points_current')) throw error;
        throw conflict({
          en: 'This person is a focal point of the commitment already.',
          es: 'Esta persona ya es punto focal del compromiso.',
        });
      }
      await this.record('focal_point.assign', home, { after: { userId: input.userId, fromOn } });
      if (actor.userId !== null && actor.userId !== input.userId)
        await this.outbox.publish(focalPointNamed, { commitmentId, userId: input.userId });
      return this.get(id);
    });
  }

  /**
   * Ends it on a day, the first one without; whoever would have ended before having begun never was one.
   * @throws DomainError not_found, forbidden, invalid; conflict when it has ended already
   */
  end(actor: Actor, id: string, input: FocalPointEnd = {}): Promise<void> {
    return this.database.transaction(async () => {
      const before = await this.get(id);
      this.admit(actor, before);
      const toOn = this.day('toOn', input.toOn, before);
      const sql =
        toOn > before.fromOn
          ? 'UPDATE commitment_focal_points SET to_on = $2 WHERE id = $1 AND to_on IS NULL'
          : 'DELETE FROM commitment_focal_points WHERE id = $1 AND to_on IS NULL AND from_on >= $2';
      if ((await this.database.execute(sql, [id, toOn])) === 0)
        throw conflict(
          { en: 'It has ended already.', es: 'Ya había terminado.' },
          { current: await this.get(id) },
        );
      const { userId, fromOn } = before;
      await this.record('focal_point.end', before, { before: { userId, fromOn }, after: { userId, toOn } });
    });
  }

  /** Ends all that somebody reports on in a State, today, in the transaction of who let them go. */
  async leave(userId: string, stateCode: string): Promise<void> {
    const ended = await this.database.query<{ commitmentId: string; fromOn: string; toOn: string }>(LEAVE, [
      userId,
      stateCode,
      this.clock.now(),
    ]);
    for (const { commitmentId, fromOn, toOn } of ended) {
      const change = { before: { userId, fromOn }, after: { userId, toOn } };
      await this.record('focal_point.end', { commitmentId, stateCode }, change);
    }
  }

  private async get(id: string): Promise<FocalPointDto & Home> {
    const found = await this.database.one<FocalPointDto & Home>(BY_ID, [id]);
    if (!found) throw notFound(FOCAL_POINT);
    return found;
  }

  private admit(actor: Actor, home: Home): void {
    this.access.assertMay(
      actor,
      'plan.edit',
      { stateCode: home.stateCode, visibility: 'published' },
      COMMITMENT,
    );
  }

  private day(field: string, asked: string | undefined, home: Home): string {
    if (asked !== undefined && !isDay(asked))
      throw invalid(field, { en: 'is not a day of the calendar', es: 'no es un día del calendario' });
    return asked ?? localDay(this.clock.now(), home.timeZone);
  }

  private record(
    action: string,
    home: Pick<Home, 'commitmentId' | 'stateCode'>,
    change: { before?: object; after: object },
  ): Promise<void> {
    const { commitmentId, stateCode } = home;
    return this.audit.record({ action, entity: 'commitment', entityId: commitmentId, stateCode, ...change });
  }
}
