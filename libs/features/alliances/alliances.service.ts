import { Inject, Injectable } from '@nestjs/common';
import { type AuditedKind, AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, isConstraintViolation, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  type FieldProblem,
  invalidFields,
  notFound,
  stale,
} from '#platform/http';
import type {
  AlliancesQuery,
  AlliancesView,
  CreateDialogue,
  DialogueBody,
  DialogueView,
  EventBody,
  EventView,
  PlatformBody,
  PlatformView,
} from './alliance.dto.js';
import {
  ALLIANCES,
  DIALOGUE_ONE,
  EVENT_ONE,
  INSERT_CHAIRS,
  INSERT_MEMBERS,
  PLATFORM_ONE,
} from './alliance.queries.js';
import { dialogueProblems, eventProblems, platformProblems } from './alliance.rules.js';

const DIALOGUE: Bilingual = { en: 'dialogue mechanism', es: 'el mecanismo de diálogo' };
const EVENT: Bilingual = { en: 'event', es: 'el evento' };
const PLATFORM: Bilingual = { en: 'Support Platform', es: 'la Plataforma de Apoyo' };

/** Dialogue mechanisms, the Support Platform, and events at the OAS and for learning. */
@Injectable()
export class AlliancesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Everything of a year; of the newest one without a year. */
  async overview({ year }: AlliancesQuery): Promise<AlliancesView> {
    return this.read<AlliancesView>(ALLIANCES, [year ?? null], PLATFORM);
  }

  /** @throws DomainError forbidden, invalid, conflict when the year has that mechanism already */
  createDialogue(actor: Actor, { year, kind, ...body }: CreateDialogue): Promise<DialogueView> {
    return this.write(actor, dialogueProblems(body), async () => {
      const id = newId();
      try {
        await this.database.execute(
          `INSERT INTO dialogues (id, year, kind, name_en, name_es, lead_en, lead_es, status_en, status_es, launched_on, launched_precision, steps,
                                  areas, sources) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [id, year, kind, ...dialogueValues(body)],
        );
      } catch (error) {
        if (isConstraintViolation(error, 'dialogues_year_kind'))
          throw conflict({
            en: `${year} has this mechanism already.`,
            es: `${year} ya tiene este mecanismo.`,
          });
        throw error;
      }
      return this.told<DialogueView>('dialogue', id, DIALOGUE_ONE, DIALOGUE);
    });
  }

  /** Replaces a mechanism's year whole. @throws DomainError not_found, forbidden, invalid, stale with the version that won */
  saveDialogue(actor: Actor, id: string, version: number, body: DialogueBody): Promise<DialogueView> {
    return this.write(actor, dialogueProblems(body), async () => {
      await this.database.query('SELECT FROM dialogues WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.read<DialogueView>(DIALOGUE_ONE, [id], DIALOGUE);
      if (before.version !== version) throw stale(before);
      await this.database.execute(
        `UPDATE dialogues SET name_en = $2, name_es = $3, lead_en = $4, lead_es = $5, status_en = $6, status_es = $7, launched_on = $8,
                launched_precision = $9, steps = $10, areas = $11, sources = $12, version = version + 1 WHERE id = $1`,
        [id, ...dialogueValues(body)],
      );
      return this.told<DialogueView>('dialogue', id, DIALOGUE_ONE, DIALOGUE, before);
    });
  }

  /** Takes a mechanism's year away. @throws DomainError not_found, forbidden, stale */
  removeDialogue(actor: Actor, id: string, version: number): Promise<void> {
    return this.remove(actor, id, version, ['dialogue', 'dialogues', DIALOGUE_ONE, DIALOGUE]);
  }

  /** @throws DomainError forbidden, invalid */
  createEvent(actor: Actor, body: EventBody): Promise<EventView> {
    return this.write(actor, eventProblems(body), async () => {
      const id = newId();
      await this.database.execute(
        `INSERT INTO alliance_events (id, kind, year, held_on, held_precision, name_en, name_es, detail_en, detail_es, sources)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, ...eventValues(body)],
      );
      return this.told<EventView>('alliance_event', id, EVENT_ONE, EVENT);
    });
  }

  /** Replaces an event whole. @throws DomainError not_found, forbidden, invalid, stale with the version that won */
  saveEvent(actor: Actor, id: string, version: number, body: EventBody): Promise<EventView> {
    return this.write(actor, eventProblems(body), async () => {
      await this.database.query('SELECT FROM alliance_events WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.read<EventView>(EVENT_ONE, [id], EVENT);
      if (before.version !== version) throw stale(before);
      await this.database.execute(
        `UPDATE alliance_events SET kind = $2, year = $3, held_on = $4, held_precision = $5, name_en = $6, name_es = $7, detail_en = $8,
                detail_es = $9, sources = $10, version = version + 1 WHERE id = $1`,
        [id, ...eventValues(body)],
      );
      return this.told<EventView>('alliance_event', id, EVENT_ONE, EVENT, before);
    });
  }

  /** @throws DomainError not_found, forbidden, stale */
  removeEvent(actor: Actor, id: string, version: number): Promise<void> {
    return this.remove(actor, id, version, ['alliance_event', 'alliance_events', EVENT_ONE, EVENT]);
  }

  /** The Support Platform. @throws DomainError not_found as long as nobody entered it */
  platform(): Promise<PlatformView> {
    return this.read<PlatformView>(PLATFORM_ONE, [], PLATFORM);
  }

  /** Enters the Support Platform where there is none yet, whole. @throws DomainError forbidden, invalid, conflict */
  enterPlatform(actor: Actor, body: PlatformBody): Promise<PlatformView> {
    return this.write(actor, platformProblems(body), async () => {
      const entered = await this.database.execute(
        `INSERT INTO support_platform (id, launched, notes, sources) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING`,
        [body.launched, JSON.stringify(body.notes), body.sources],
      );
      if (entered === 0)
        throw conflict({
          en: 'The Support Platform is entered already.',
          es: 'La Plataforma de Apoyo ya está registrada.',
        });
      return this.putParts(body);
    });
  }

  /** Replaces the Support Platform whole. @throws DomainError not_found, forbidden, invalid, stale with the version that won */
  savePlatform(actor: Actor, version: number, body: PlatformBody): Promise<PlatformView> {
    return this.write(actor, platformProblems(body), async () => {
      await this.database.query('SELECT FROM support_platform FOR UPDATE');
      const before = await this.platform();
      if (before.version !== version) throw stale(before);
      await this.database.execute(
        'UPDATE support_platform SET launched = $1, notes = $2, sources = $3, version = version + 1',
        [body.launched, JSON.stringify(body.notes), body.sources],
      );
      return this.putParts(body, before);
    });
  }

  private async putParts(body: PlatformBody, before?: PlatformView): Promise<PlatformView> {
    const placed = (rows: readonly object[]) =>
      JSON.stringify(rows.map((row, i) => ({ ...row, position: i + 1 })));
    await this.database.execute('DELETE FROM platform_members');
    await this.database.execute('DELETE FROM platform_chairs');
    await this.database.execute(INSERT_MEMBERS, [placed(body.members)]);
    await this.database.execute(INSERT_CHAIRS, [placed(body.chairs)]);
    const after = await this.platform();
    await this.record('support_platform', '1', before, after);
    return after;
  }

  private write<T>(actor: Actor, problems: FieldProblem[], work: () => Promise<T>): Promise<T> {
    return this.database.transaction(() => {
      this.access.assertMay(actor, 'alliance.write', {}, PLATFORM);
      if (problems.length > 0) throw invalidFields(problems);
      return work();
    });
  }

  private remove(
    actor: Actor,
    id: string,
    version: number,
    [entity, table, sql, what]: [entity: AuditedKind, table: string, sql: string, what: Bilingual],
  ): Promise<void> {
    return this.write(actor, [], async () => {
      await this.database.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
      const before = await this.read<{ version: number }>(sql, [id], what);
      if (before.version !== version) throw stale(before);
      await this.database.execute(`DELETE FROM ${table} WHERE id = $1`, [id]);
      await this.audit.record({ action: `${entity}.remove`, entity, entityId: id, before });
    });
  }

  private async told<T>(
    entity: AuditedKind,
    id: string,
    sql: string,
    what: Bilingual,
    before?: T,
  ): Promise<T> {
    const after = await this.read<T>(sql, [id], what);
    await this.record(entity, id, before, after);
    return after;
  }

  private async read<T>(sql: string, parameters: unknown[], what: Bilingual): Promise<T> {
    const row = await this.database.one<{ view: T | null }>(sql, parameters);
    if (!row?.view) throw notFound(what);
    return row.view;
  }

  private record(entity: AuditedKind, entityId: string, before: unknown, after: unknown): Promise<unknown> {
    const action = `${entity}.${before ? 'save' : 'create'}`;
    return this.audit.record({ action, entity, entityId, before, after });
  }
}

const written = (text: string | null | undefined): string | null => text || null;

const dialogueValues = (body: DialogueBody): unknown[] => [
  body.nameEn,
  body.nameEs,
  written(body.leadEn),
  written(body.leadEs),
  written(body.statusEn),
  written(body.statusEs),
  body.launchedOn ?? null,
  body.launchedPrecision ?? null,
  JSON.stringify(body.steps),
  JSON.stringify(body.areas),
  body.sources,
];

const eventValues = (body: EventBody): unknown[] => [
  body.kind,
  body.year,
  body.heldOn ?? null,
  body.heldPrecision,
  body.nameEn,
  body.nameEs,
  written(body.detailEn),
  written(body.detailEs),
  body.sources,
];
