import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import type { Actor } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import { annualMeetingsImport } from './annual-meeting.import.js';
import type {
  RegionalPlanBody,
  RegionalPlansQuery,
  RegionalPlanView,
  RegionalYears,
} from './regional-plan.dto.js';
import type {
  AnnualMeetingBody,
  AnnualMeetingsQuery,
  AnnualMeetingView,
  RegionalDocumentBody,
  RegionalDocumentsQuery,
  RegionalDocumentView,
} from './regional-record.dto.js';
import { DOCUMENTS, INSERT_ITEMS, MEETINGS, NEIGHBOURS, PLANS } from './regional.queries.js';
import { documentProblems, meetingProblems, type Neighbours, planProblems } from './regional.rules.js';
import { PLAN_PARTS } from './regional.vocabulary.js';
import { RegionalWriter, type Row } from './regional-writer.js';

const plan = (year: number): Row => ({
  ...{ entity: 'regional_plan', id: String(year) },
  name: { en: 'regional plan', es: 'el plan regional' },
  by: 'year',
  read: [PLANS, [year, null, null]],
});

const meeting = (ordinal: number): Row => ({
  ...{ entity: 'annual_meeting', id: String(ordinal) },
  name: { en: 'annual meeting', es: 'la reunión anual' },
  by: 'ordinal',
  read: [MEETINGS, [ordinal, null, null]],
});

const document = (key: string): Row => ({
  ...{ entity: 'regional_document', id: key },
  name: { en: 'document', es: 'el documento' },
  by: 'key',
  read: [DOCUMENTS, [key, null, null]],
});

/** Regional Action Plans, the documents that they follow, and the Annual Meetings. */
@Injectable()
export class RegionalPlansService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(RegionalWriter) private readonly writer: RegionalWriter,
  ) {}

  /** The years of which this room knows anything. */
  async years(actor: Actor): Promise<RegionalYears> {
    const rows = await this.database.query<{ year: string }>(
      `SELECT year::text FROM (SELECT year FROM regional_plans UNION SELECT year FROM context_figures UNION SELECT year FROM annual_meetings) known
        ORDER BY year DESC`,
    );
    return {
      years: rows.map(({ year }) => year),
      mayWrite: this.access.may(actor, 'regional.write', {}),
    };
  }

  /** Plans, the newest first. */
  plans({ year, commitment, area }: RegionalPlansQuery): Promise<RegionalPlanView[]> {
    return this.database.jsonRows<RegionalPlanView & Record<string, unknown>>(PLANS, [
      year ?? null,
      commitment ?? null,
      area ?? null,
    ]);
  }

  /** @throws DomainError not_found */
  plan(year: number): Promise<RegionalPlanView> {
    return this.writer.read(plan(year));
  }

  /** Writes the plan of a year whole. @param seen as in `RegionalWriter` @throws DomainError forbidden, invalid, stale */
  putPlan(actor: Actor, year: number, body: RegionalPlanBody, seen?: number): Promise<RegionalPlanView> {
    return this.writer.put(actor, {
      ...plan(year),
      seen,
      check: () => this.planProblems(body),
      write: async () => {
        await this.database.execute(
          `INSERT INTO regional_plans (year, note_en, note_es, sources) VALUES ($1, $2, $3, $4)
           ON CONFLICT (year) DO UPDATE SET note_en = $2, note_es = $3, sources = $4, version = regional_plans.version + 1`,
          [year, body.noteEn || null, body.noteEs || null, body.sources],
        );
        for (const table of ['regional_plan_items', 'regional_plan_documents'])
          await this.database.execute(`DELETE FROM ${table} WHERE year = $1`, [year]);
        const items = PLAN_PARTS.flatMap((part) =>
          body[part].map((item, i) => ({ ...item, part, position: i + 1, id: newId() })),
        );
        await this.database.execute(INSERT_ITEMS, [JSON.stringify(items), year]);
        await this.database.execute(
          'INSERT INTO regional_plan_documents (year, document_key) SELECT DISTINCT $1::int, unnest($2::text[])',
          [year, body.documents],
        );
      },
    });
  }

  /** Meetings, the newest first. */
  meetings({ year, host }: AnnualMeetingsQuery): Promise<AnnualMeetingView[]> {
    return this.database.jsonRows<AnnualMeetingView & Record<string, unknown>>(MEETINGS, [
      null,
      year ?? null,
      host ?? null,
    ]);
  }

  /** @throws DomainError not_found */
  meeting(ordinal: number): Promise<AnnualMeetingView> {
    return this.writer.read(meeting(ordinal));
  }

  /** Writes a meeting. @param seen as in `RegionalWriter` @throws DomainError forbidden, invalid, stale */
  putMeeting(
    actor: Actor,
    ordinal: number,
    body: AnnualMeetingBody,
    seen?: number,
  ): Promise<AnnualMeetingView> {
    return this.writer.put(actor, {
      ...meeting(ordinal),
      seen,
      check: async () => {
        const [around] = await this.database.jsonRows<Neighbours & Record<string, unknown>>(NEIGHBOURS, [
          ordinal,
          body.hostState || null,
        ]);
        return meetingProblems(body, around as Neighbours);
      },
      write: () =>
        this.database.execute(
          `INSERT INTO annual_meetings (ordinal, year, host_state, held_on, held_precision, day_inferred, place_en, place_es, note_en, note_es,
                                        sources) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           ON CONFLICT (ordinal) DO UPDATE SET year = $2, host_state = $3, held_on = $4, held_precision = $5, day_inferred = $6, place_en = $7,
                  place_es = $8, note_en = $9, note_es = $10, sources = $11, version = annual_meetings.version + 1`,
          [
            ...[ordinal, body.year, body.hostState || null, body.heldOn ?? null, body.heldPrecision ?? null],
            ...[body.dayInferred ?? false, body.placeEn || null, body.placeEs || null],
            ...[body.noteEn || null, body.noteEs || null, body.sources],
          ],
        ),
    });
  }

  /** Documents that it adopted stay. @throws DomainError forbidden, not_found, stale */
  removeMeeting(actor: Actor, ordinal: number, seen: number): Promise<void> {
    return this.writer.remove(actor, meeting(ordinal), seen, [
      'DELETE FROM annual_meetings WHERE ordinal = $1',
      [ordinal],
    ]);
  }

  /** Puts every row of a file of meetings. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importMeetings(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await annualMeetingsImport.read(file);
    return importRows(this.database, rows, ({ ordinal, ...body }) => this.putMeeting(actor, ordinal, body), {
      mode,
    });
  }

  /** Documents, the newest first. */
  documents({ plan: year, kind }: RegionalDocumentsQuery): Promise<RegionalDocumentView[]> {
    return this.database.jsonRows<RegionalDocumentView & Record<string, unknown>>(DOCUMENTS, [
      null,
      year ?? null,
      kind ?? null,
    ]);
  }

  /** @throws DomainError not_found */
  document(key: string): Promise<RegionalDocumentView> {
    return this.writer.read(document(key));
  }

  /** Writes a document. @param seen as in `RegionalWriter` @throws DomainError forbidden, invalid, stale */
  putDocument(
    actor: Actor,
    key: string,
    body: RegionalDocumentBody,
    seen?: number,
  ): Promise<RegionalDocumentView> {
    return this.writer.put(actor, {
      ...document(key),
      seen,
      check: async () => {
        const known = await this.database.one(
          'SELECT WHERE $1::int IS NULL OR $1 IN (SELECT ordinal FROM annual_meetings)',
          [body.meeting ?? null],
        );
        return documentProblems(body, known !== undefined);
      },
      write: () =>
        this.database.execute(
          `INSERT INTO regional_documents (key, kind, title_en, title_es, adopted_on, adopted_precision, place_en, place_es, url, meeting, content,
                                           note_en, note_es, sources) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
           ON CONFLICT (key) DO UPDATE SET kind = $2, title_en = $3, title_es = $4, adopted_on = $5, adopted_precision = $6, place_en = $7,
                  place_es = $8, url = $9, meeting = $10, content = $11, note_en = $12, note_es = $13, sources = $14,
                  version = regional_documents.version + 1`,
          [
            ...[
              key,
              body.kind,
              body.titleEn,
              body.titleEs,
              body.adoptedOn ?? null,
              body.adoptedPrecision ?? null,
            ],
            ...[body.placeEn || null, body.placeEs || null, body.url || null, body.meeting ?? null],
            ...[JSON.stringify(body.content), body.noteEn || null, body.noteEs || null, body.sources],
          ],
        ),
    });
  }

  /** Plans that named it no longer do. @throws DomainError forbidden, not_found, stale */
  removeDocument(actor: Actor, key: string, seen: number): Promise<void> {
    return this.writer.remove(actor, document(key), seen, [
      'DELETE FROM regional_documents WHERE key = $1',
      [key],
    ]);
  }

  private async planProblems(body: RegionalPlanBody) {
    const items = PLAN_PARTS.flatMap((part) => body[part]);
    const known = await this.database.one<{ areas: string[]; commitments: string[]; documents: string[] }>(
      `SELECT ARRAY(SELECT key FROM areas) AS areas, ARRAY(SELECT code FROM commitments WHERE code = ANY($1)) AS commitments,
              ARRAY(SELECT key FROM regional_documents) AS documents`,
      [items.flatMap(({ commitments }) => commitments)],
    );
    return planProblems(body, {
      areas: new Set(known?.areas),
      commitments: new Set(known?.commitments),
      documents: new Set(known?.documents),
    });
  }
}
