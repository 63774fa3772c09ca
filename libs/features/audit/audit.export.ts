import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type FileColumn, LiteralStatement, RowsFile } from '#platform/database';
import type { AuditFilter } from './audit.dto.js';
import { AuditService } from './audit.service.js';
import { narrowed } from './audit.sql.js';

const nameOf = (id: string): string => `(SELECT name FROM auth_users WHERE id = ${id})`;

const COLUMNS: readonly FileColumn[] = [
  ['id', 'e.id'],
  ['at', 'e.at'],
  ['actorId', 'e.actor_id'],
  ['actor', nameOf('e.actor_id'), true],
  ['onBehalfOfId', 'e.on_behalf_of_id'],
  ['onBehalfOf', nameOf('e.on_behalf_of_id'), true],
  ['action', 'e.action'],
  ['entity', 'e.entity'],
  ['entityId', 'e.entity_id', true],
  ['state', 'e.state_code'],
  ['before', 'e.before'],
  ['after', 'e.after'],
  ['reason', 'e.reason', true],
  ['requestId', 'e.request_id', true],
];

/** The trail as a file, newest first. Taking one is on record itself. */
@Injectable()
export class AuditExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RowsFile) private readonly files: RowsFile,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** The entries that fit, as bytes. Destroying the stream ends the query. */
  async stream(filter: AuditFilter, format: 'csv' | 'jsonl'): Promise<Readable> {
    // What somebody searched for can be a name, and the trail keeps what it is told for good.
    const { reason, ...plain } = filter;
    const asked = { ...plain, ...(reason === undefined ? {} : { searched: true }) };
    await this.database.transaction(() =>
      this.audit.record({ action: 'audit.export', entity: 'audit_trail', entityId: format, after: asked }),
    );
    const conditions = narrowed(filter, new LiteralStatement()).join(' AND ') || 'true';
    return this.files.stream(
      format,
      COLUMNS,
      `FROM audit_entries e WHERE ${conditions} ORDER BY e.at DESC, e.id DESC`,
    );
  }
}
