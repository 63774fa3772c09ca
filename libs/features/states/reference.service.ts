import { Inject, Injectable } from '@nestjs/common';
import { type AuditedKind, AuditService } from '#features/audit';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { conflict } from '#platform/http';
import { InstitutionsService } from './institutions.service.js';
import type { ReferenceContent } from './state.content.js';

const STATES = `
  INSERT INTO states AS s (code, alpha3, name_en, name_es, time_zone, languages, mechanism_en, mechanism_es, position)
  SELECT code, alpha3, "nameEn", "nameEs", "timeZone", languages, "mechanismEn", "mechanismEs", position
    FROM jsonb_to_recordset($1) AS r(code text, alpha3 text, "nameEn" text, "nameEs" text, "timeZone" text, languages text[],
                                     "mechanismEn" text, "mechanismEs" text, position int)
  ON CONFLICT (code) DO UPDATE
     SET alpha3 = excluded.alpha3, name_en = excluded.name_en, name_es = excluded.name_es, time_zone = excluded.time_zone,
         languages = excluded.languages, position = excluded.position, version = s.version + 1
   WHERE (s.alpha3, s.name_en, s.name_es, s.time_zone, s.languages, s.position)
      IS DISTINCT FROM (excluded.alpha3, excluded.name_en, excluded.name_es, excluded.time_zone, excluded.languages, excluded.position)
  RETURNING code AS id, code AS state, to_jsonb(s) AS after`;

const AREAS = `
  INSERT INTO areas AS a (key, name_en, name_es, shared, state_code, maps_to, position)
  SELECT key, "nameEn", "nameEs", "stateCode" IS NULL, "stateCode", "mapsTo", position
    FROM jsonb_to_recordset($1) AS r(key text, "nameEn" text, "nameEs" text, "stateCode" text, "mapsTo" text, position int)
  ON CONFLICT (key) DO UPDATE
     SET name_en = excluded.name_en, name_es = excluded.name_es, maps_to = excluded.maps_to, position = excluded.position
   WHERE (a.name_en, a.name_es, a.maps_to, a.position) IS DISTINCT FROM (excluded.name_en, excluded.name_es, excluded.maps_to, excluded.position)
  RETURNING key AS id, state_code AS state, to_jsonb(a) AS after`;

const PRESIDENCIES = `
  INSERT INTO presidencies AS p
         (id, state_code, year, starts_on, starts_precision, ends_on, ends_precision, note_en, note_es, sources)
  SELECT id, "stateCode", year, "startsOn", "startsPrecision", "endsOn", "endsPrecision", "noteEn", "noteEs", coalesce(sources, '{}')
    FROM jsonb_to_recordset($1) AS r(id uuid, "stateCode" text, year int, "startsOn" date, "startsPrecision" text, "endsOn" date,
                                     "endsPrecision" text, "noteEn" text, "noteEs" text, sources text[])
   ORDER BY "startsOn"
  ON CONFLICT (year) DO UPDATE
     SET state_code = excluded.state_code, starts_on = excluded.starts_on, starts_precision = excluded.starts_precision,
         ends_on = excluded.ends_on, ends_precision = excluded.ends_precision, note_en = excluded.note_en,
         note_es = excluded.note_es, sources = excluded.sources
   WHERE p.version = 1 AND (to_jsonb(p) - 'id') IS DISTINCT FROM (to_jsonb(excluded) - 'id')
  RETURNING id, state_code AS state, to_jsonb(p) AS after`;

const TERMS = `
  INSERT INTO terms AS t (list, key, name_en, name_es, position)
  SELECT list, key, "nameEn", "nameEs", position
    FROM jsonb_to_recordset($1) AS r(list text, key text, "nameEn" text, "nameEs" text, position int)
  ON CONFLICT (list, key) DO UPDATE SET name_en = excluded.name_en, name_es = excluded.name_es, position = excluded.position
   WHERE (t.name_en, t.name_es, t.position) IS DISTINCT FROM (excluded.name_en, excluded.name_es, excluded.position)
  RETURNING list || ':' || key AS id, NULL::text AS state, to_jsonb(t) AS after`;

interface Changed extends Record<string, unknown> {
  id: string;
  state: string | null;
  after: unknown;
}

/**
 * Brings the reference data to what is given: the seeds' one door. What a State decides for itself, and terms of the
 * Presidency that a person has written over, are left alone.
 */
@Injectable()
export class ReferenceService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(InstitutionsService) private readonly institutions: InstitutionsService,
  ) {}

  /**
   * Adds what is missing and corrects what differs, all or nothing. Repeating it changes nothing.
   * @returns how many rows it added or changed
   * @throws DomainError conflict when two Presidencies overlap
   */
  async apply(content: ReferenceContent): Promise<number> {
    try {
      return await this.database.transaction(async () => {
        const presidencies = content.presidencies.map((presidency) => ({ ...presidency, id: newId() }));
        const changed = [
          await this.bring('state', STATES, content.states),
          await this.bring('area', AREAS, content.areas),
          await this.bring('presidency', PRESIDENCIES, presidencies),
          await this.bring('term', TERMS, content.terms),
          (await this.institutions.upsert(content.institutions)).length,
        ];
        // Days of handover move in pairs, so terms are compared once all have moved.
        await this.database.execute('SET CONSTRAINTS presidencies_one_at_a_time IMMEDIATE');
        return changed.reduce((sum, count) => sum + count, 0);
      });
    } catch (error) {
      if (!isConstraintViolation(error, 'presidencies_one_at_a_time')) throw error;
      throw conflict({
        en: 'Two Presidencies overlap; the region has one at a time. Correct their dates.',
        es: 'Dos Presidencias se superponen; la región tiene una a la vez. Corrija sus fechas.',
      });
    }
  }

  private async bring(entity: AuditedKind, sql: string, rows: object[]): Promise<number> {
    const changed = await this.database.query<Changed>(sql, [JSON.stringify(rows)]);
    for (const { id, state, after } of changed)
      await this.audit.record({ action: `${entity}.put`, entity, entityId: id, stateCode: state, after });
    return changed.length;
  }
}
