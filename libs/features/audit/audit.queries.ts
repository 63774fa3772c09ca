import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Page, pageOf, parseCursor } from '#platform/http';
import type { AuditEntryDto, AuditQuery } from './audit.dto.js';

const SELECT = `
  SELECT id::text, at, actor_id AS "actorId", actor_name AS "actorName", action, entity, entity_id AS "entityId",
         state_code AS "stateCode", before, after, reason, request_id AS "requestId"
    FROM audit_entries
   WHERE ($1::bigint IS NULL OR id < $1)
     AND ($2::text IS NULL OR entity = $2)
     AND ($3::text IS NULL OR entity_id = $3)
     AND ($4::uuid IS NULL OR actor_id = $4)
     AND ($5::text IS NULL OR state_code = $5)
     AND ($6::text IS NULL OR action = $6)
     AND ($7::timestamptz IS NULL OR at >= $7)
     AND ($8::timestamptz IS NULL OR at < $8)
   ORDER BY audit_entries.id DESC
   LIMIT $9`;

/** Reads of the audit trail. */
@Injectable()
export class AuditQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Entries that fit the query, newest first. */
  async list(query: AuditQuery): Promise<Page<AuditEntryDto>> {
    const before = query.cursor ? parseCursor(query.cursor, 1, isEntry)[0] : null;
    const rows = await this.database.query<AuditEntryDto>(SELECT, [
      before,
      query.entity ?? null,
      query.entityId ?? null,
      query.actorId ?? null,
      query.state ?? null,
      query.action ?? null,
      query.from ?? null,
      query.to ?? null,
      query.limit + 1,
    ]);
    return pageOf(rows, query.limit, (row) => [row.id]);
  }
}

const isEntry = ([id]: unknown[]): boolean => /^\d{1,18}$/.test(String(id));
