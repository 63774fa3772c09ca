import { Inject, Injectable } from '@nestjs/common';
import { Database, Statement } from '#platform/database';
import { type Page, pageOf, parseCursor } from '#platform/http';
import type { AuditEntryDto, AuditQuery } from './audit.dto.js';
import { fieldChanges } from './audit.rules.js';
import { narrowed } from './audit.sql.js';

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
const pageSql = (where: string, limit: string): string => `
  SELECT e.id::text, e.at, e.actor_id AS "actorId", coalesce(u.name, 'system') AS "actorName",
         e.on_behalf_of_id AS "onBehalfOfId", b.name AS "onBehalfOfName", e.action, e.entity, e.entity_id AS "entityId",
         e.state_code AS "stateCode", e.before, e.after, e.reason, e.request_id AS "requestId"
    FROM (SELECT * FROM audit_entries e WHERE ${where} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}) e
    LEFT JOIN auth_users u ON u.id = e.actor_id
    LEFT JOIN auth_users b ON b.id = e.on_behalf_of_id
   ORDER BY e.at DESC, e.id DESC`;

// From one action to the next in the index: as many steps as there are actions, however long the trail is.
const ACTIONS = `
  WITH RECURSIVE step AS (
    SELECT min(action) AS action FROM audit_entries
    UNION ALL
    SELECT (SELECT min(action) FROM audit_entries WHERE action > step.action) FROM step WHERE step.action IS NOT NULL
  )
  SELECT action FROM step WHERE action IS NOT NULL`;

/** Reads of the audit trail. */
@Injectable()
export class AuditQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Entries that fit the query and that the reader may see, newest first. */
  async list({ limit, cursor, ...filter }: AuditQuery, sight?: AuditSight): Promise<Page<AuditEntryDto>> {
    const sql = new Statement();
    const conditions = narrowed(filter, sql);
    if (sight && sight.states !== 'all')
      conditions.push(
        `(e.state_code = ANY(${sql.param(sight.states)})${sight.regional ? ' OR e.state_code IS NULL' : ''})`,
      );
    if (cursor) {
      const [at, id] = parseCursor(cursor, 2, isPlace);
      conditions.push(`(e.at, e.id) < (${sql.param(at)}::timestamptz, ${sql.param(id)}::bigint)`);
    }
    const text = pageSql(conditions.join(' AND ') || 'true', sql.param(limit + 1));
    const rows = await this.database.query<Row>(text, sql.values);
    const entries = rows.map(({ before: was, after: is, ...row }) => ({
      ...row,
      changes: fieldChanges(was, is),
    }));
    return pageOf(entries, limit, (row) => [row.at.toISOString(), row.id]);
  }

  /** Every action of which there is an entry, such as `update.approve`, in alphabetical order. */
  async actions(): Promise<string[]> {
    return (await this.database.query<{ action: string }>(ACTIONS)).map(({ action }) => action);
  }
}

const isPlace = ([at, id]: unknown[]): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(at)) &&
  !Number.isNaN(Date.parse(String(at))) &&
  /^\d{1,18}$/.test(String(id));
