import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Page, pageOf, parseCursor } from '#platform/http';
import type { AuditEntryDto, AuditQuery } from './audit.dto.js';
import { fieldChanges } from './audit.rules.js';

interface Row extends Omit<AuditEntryDto, 'changes'> {
  before: unknown;
  after: unknown;
}

/** Which States' entries a reader sees; `regional` those that belong to none. */
export interface AuditSight {
  states: 'all' | readonly string[];
  regional: boolean;
}

// Names are looked up when somebody reads: the trail itself knows persons by id alone.
const SELECT = `
  SELECT e.id::text, e.at, e.actor_id AS "actorId", coalesce(u.name, 'system') AS "actorName",
         e.on_behalf_of_id AS "onBehalfOfId", b.name AS "onBehalfOfName", e.action, e.entity, e.entity_id AS "entityId",
         e.state_code AS "stateCode", e.before, e.after, e.reason, e.request_id AS "requestId"
    FROM audit_entries e
    LEFT JOIN auth_users u ON u.id = e.actor_id
    LEFT JOIN auth_users b ON b.id = e.on_behalf_of_id
   WHERE ($1::bigint IS NULL OR e.id < $1)
     AND ($2::text IS NULL OR e.entity = $2)
     AND ($3::text IS NULL OR e.entity_id = $3)
     AND ($4::uuid IS NULL OR e.actor_id = $4 OR e.on_behalf_of_id = $4)
     AND ($5::text IS NULL OR e.state_code = $5)
     AND ($6::text IS NULL OR e.action = $6)
     AND ($7::timestamptz IS NULL OR e.at >= $7)
     AND ($8::timestamptz IS NULL OR e.at < $8)
     AND ($10::text[] IS NULL OR e.state_code = ANY($10) OR ($11::boolean AND e.state_code IS NULL))
   ORDER BY e.id DESC
   LIMIT $9`;

/** Reads of the audit trail. */
@Injectable()
export class AuditQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Entries that fit the query and that the reader may see, newest first. */
  async list(
    query: AuditQuery,
    sight: AuditSight = { states: 'all', regional: true },
  ): Promise<Page<AuditEntryDto>> {
    const before = query.cursor ? parseCursor(query.cursor, 1, isEntry)[0] : null;
    const rows = await this.database.query<Row>(SELECT, [
      before,
      query.entity ?? null,
      query.entityId ?? null,
      query.actorId ?? null,
      query.state ?? null,
      query.action ?? null,
      query.from ?? null,
      query.to ?? null,
      query.limit + 1,
      sight.states === 'all' ? null : sight.states,
      sight.regional,
    ]);
    const entries = rows.map(({ before: was, after: is, ...row }) => ({
      ...row,
      changes: fieldChanges(was, is),
    }));
    return pageOf(entries, query.limit, (row) => [row.id]);
  }
}

const isEntry = ([id]: unknown[]): boolean => /^\d{1,18}$/.test(String(id));
