import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { tellLive } from '#features/live';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Actor, conflict, notFound, stale } from '#platform/http';
import { Outbox, type Topic } from '#platform/outbox';
import { CycleContent } from './cycle-content.js';
import { daysOf, offsetsOf, refuseWrongDays } from './cycle-days.js';
import type { CreateCycle, CycleDays, CycleDto } from './cycle.dto.js';
import {
  cycleDatesChanged,
  cycleEndorsed,
  type CycleNews,
  cycleOpened,
  cyclePublished,
  cycleReviewStarted,
} from './cycle.events.js';
import { cycleName } from './cycle.labels.js';
import { type CycleAction, decideCycleStep } from './cycle.rules.js';
import { CYCLE, CYCLE_COLUMNS, cycleKey } from './cycles.queries.js';

/** Which instant each step leaves behind. */
const STAMP: Record<CycleAction, string> = {
  open: 'opened_at',
  startReview: 'review_started_at',
  endorse: 'endorsed_at',
  publish: 'published_at',
};

const NEWS: Record<CycleAction, Topic<CycleNews>> = {
  open: cycleOpened,
  startReview: cycleReviewStarted,
  endorse: cycleEndorsed,
  publish: cyclePublished,
};

/** Reporting cycles: planned, opened, reviewed, endorsed, published; one step at a time. */
@Injectable()
export class CyclesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CycleContent) private readonly content: CycleContent,
  ) {}

  /** All cycles, latest first. */
  list(): Promise<CycleDto[]> {
    return this.database.query<CycleDto>(`SELECT ${CYCLE_COLUMNS} FROM cycles ORDER BY year DESC, kind`);
  }

  /** @throws DomainError not_found */
  async get(key: string): Promise<CycleDto> {
    const cycle = await this.database.one<CycleDto>(
      `SELECT ${CYCLE_COLUMNS} FROM cycles WHERE key = $1`,
      [key],
      'cycle_by_key',
    );
    if (!cycle) throw notFound(CYCLE);
    return cycle;
  }

  /** @throws DomainError not_found */
  async getById(id: string): Promise<CycleDto> {
    const cycle = await this.database.one<CycleDto>(
      `SELECT ${CYCLE_COLUMNS} FROM cycles WHERE id = $1`,
      [id],
      'cycle_by_id',
    );
    if (!cycle) throw notFound(CYCLE);
    return cycle;
  }

  /** Plans a cycle. @throws DomainError invalid for days in a wrong order, conflict when the year has one of this kind */
  async create(actor: Actor, input: CreateCycle): Promise<CycleDto> {
    this.access.assertMay(actor, 'cycle.manage');
    refuseWrongDays(input);
    const key = cycleKey(input.year, input.kind);
    try {
      return await this.database.transaction(async () => {
        const [cycle] = await this.database.query<CycleDto>(
          `INSERT INTO cycles (id, key, year, kind, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on, reminder_offsets, reminder_hour)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${CYCLE_COLUMNS}`,
          [newId(), key, input.year, input.kind, ...daysOf(input), offsetsOf(input), input.reminderHour ?? 9],
        );
        const created = cycle as CycleDto;
        await this.audit.record({
          action: 'cycle.create',
          entity: 'cycle',
          entityId: created.id,
          after: created,
        });
        this.tellPages(key);
        return created;
      });
    } catch (error) {
      if (!isConstraintViolation(error, 'cycles_key') && !isConstraintViolation(error, 'cycles_year_kind'))
        throw error;
      const name = cycleName(input);
      throw conflict({ en: `${name.en} exists already.`, es: `El ${name.es.toLowerCase()} ya existe.` });
    }
  }

  /** Moves the days of a cycle that is planned or open. @throws DomainError invalid, stale, conflict */
  async setDates(actor: Actor, key: string, version: number, days: CycleDays): Promise<CycleDto> {
    this.access.assertMay(actor, 'cycle.manage');
    refuseWrongDays(days);
    return this.database.transaction(async () => {
      const before = await this.get(key);
      const [after] = await this.database.query<CycleDto>(
        `UPDATE cycles SET facts_from = $3, facts_to = $4, opens_on = $5, due_on = $6, review_by_on = $7, cutoff_on = $8,
                reminder_offsets = $9, reminder_hour = $10, version = version + 1, updated_at = $11
          WHERE id = $1 AND version = $2 AND state IN ('planned', 'open') RETURNING ${CYCLE_COLUMNS}`,
        [
          before.id,
          version,
          ...daysOf(days),
          days.reminderOffsets ? offsetsOf(days) : before.reminderOffsets,
          days.reminderHour ?? before.reminderHour,
          this.clock.now(),
        ],
      );
      if (!after) throw await this.whyNotMoved(before.id, version);
      await this.audit.record({
        action: 'cycle.set_dates',
        entity: 'cycle',
        entityId: before.id,
        before,
        after,
      });
      await this.outbox.publish(cycleDatesChanged, { cycleId: before.id, key });
      this.tellPages(key);
      return after;
    });
  }

  /** Opens a planned cycle, with one submission for every State. @throws DomainError conflict */
  async open(actor: Actor, key: string): Promise<CycleDto> {
    this.access.assertMay(actor, 'cycle.manage');
    return this.step('open', key, async (cycle) => {
      const states = await this.database.query<{ code: string }>('SELECT code FROM states ORDER BY position');
      await this.database.execute(
        `INSERT INTO state_submissions (id, cycle_id, state_code)
         SELECT s.id, $1, s.code FROM unnest($2::uuid[], $3::text[]) AS s(id, code)
         ON CONFLICT (cycle_id, state_code) DO NOTHING`,
        [cycle.id, states.map(() => newId()), states.map((state) => state.code)],
      );
    });
  }

  /** Ends the time for updates and hands the cycle to the Presidency. @throws DomainError conflict */
  async startReview(actor: Actor, key: string): Promise<CycleDto> {
    this.access.assertMay(actor, 'cycle.manage');
    return this.step('startReview', key);
  }

  /**
   * Marks a cycle as endorsed, in the transaction of the endorsement that freezes its snapshot.
   * @throws DomainError conflict when it is not in review or a State has not been accepted
   */
  async markEndorsed(cycleId: string): Promise<CycleDto> {
    const { key } = await this.getById(cycleId);
    return this.step('endorse', key, async (cycle) => {
      const open = await this.database.query<{ stateCode: string }>(
        `SELECT state_code AS "stateCode" FROM state_submissions WHERE cycle_id = $1 AND state <> 'accepted' ORDER BY state_code FOR SHARE`,
        [cycle.id],
      );
      if (open.length === 0) return;
      const states = open.map((row) => row.stateCode);
      throw conflict(
        {
          en: `These States have not been accepted yet: ${states.join(', ')}.`,
          es: `Aún no se aceptó el aporte de estos Estados: ${states.join(', ')}.`,
        },
        { states },
      );
    });
  }

  /** Makes an endorsed cycle and everything approved in it public. @throws DomainError conflict */
  async publish(actor: Actor, key: string): Promise<CycleDto> {
    this.access.assertMay(actor, 'region.publish');
    return this.step('publish', key, async (cycle) => {
      const published = await this.content.publish(cycle.id);
      await this.audit.record({
        action: 'cycle.publish_content',
        entity: 'cycle',
        entityId: cycle.id,
        after: { published },
      });
    });
  }

  /** One step of the cycle with its audit entry and its news; `also` runs in the same transaction, after the step. */
  private step(
    action: CycleAction,
    key: string,
    also?: (cycle: CycleDto) => Promise<void>,
  ): Promise<CycleDto> {
    return this.database.transaction(async () => {
      const before = await this.get(key);
      const decision = decideCycleStep(action, before.state);
      if (!decision.ok) throw conflict(decision.detail);
      const [after] = await this.database.query<CycleDto>(
        `UPDATE cycles SET state = $3, ${STAMP[action]} = $4, version = version + 1, updated_at = $4
          WHERE id = $1 AND state = $2 RETURNING ${CYCLE_COLUMNS}`,
        [before.id, before.state, decision.to, this.clock.now()],
      );
      if (!after) throw await this.whyNotMoved(before.id, before.version);
      await also?.(after);
      await this.audit.record({
        action: `cycle.${action === 'startReview' ? 'start_review' : action}`,
        entity: 'cycle',
        entityId: before.id,
        before: { state: before.state },
        after: { state: after.state },
      });
      await this.outbox.publish(NEWS[action], { cycleId: before.id, key });
      this.tellPages(key);
      return after;
    });
  }

  private tellPages(key: string): void {
    tellLive(this.database, { topic: 'cycle', key, for: { may: 'cycle.read', from: 'published' } });
  }

  /** Zero rows changed: somebody was faster, or the cycle is past that step. */
  private async whyNotMoved(id: string, version: number): Promise<Error> {
    const current = await this.getById(id);
    if (current.version !== version) return stale(current);
    return conflict({
      en: 'The days of a cycle can be changed only while it is planned or open.',
      es: 'Las fechas de un ciclo solo se pueden cambiar mientras está programado o abierto.',
    });
  }
}
