import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { currentRequest, SYSTEM } from '#platform/http';
import { AuditKey } from './audit-key.js';
import type { AuditedKind } from './audited-kinds.js';
import { changedOnly, type EntryContent, markedValues } from './audit.rules.js';

/** What happened, in the words of the room where it happened. Names and addresses of persons do not belong in here. */
export interface AuditRecord {
  /** The user's verb with its noun, such as `update.approve`. */
  action: string;
  /** What was changed. */
  entity: AuditedKind;
  entityId: string;
  stateCode?: string | null;
  /** The changed fields as they were; absent for something new. */
  before?: unknown;
  /** The changed fields as they are now; absent for something removed. */
  after?: unknown;
  /** Why, in the actor's words. */
  reason?: string | null;
}

/** Columns that `auditValues` fills, in its order; `state_code` beside them. */
export const AUDIT_COLUMNS =
  'uid, at, actor_id, on_behalf_of_id, action, entity, entity_id, before, after, reason, request_id, mark';

const INSERT = `
  INSERT INTO audit_entries (${AUDIT_COLUMNS}, state_code)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** Writes down changes in the transaction that makes them: neither exists without the other. */
@Injectable()
export class AuditService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditKey) private readonly key: AuditKey,
  ) {}

  /**
   * Adds an entry with the acting person and the request id of the present context.
   * @throws Error outside of a transaction, because the entry could then outlive a change that failed
   */
  async record(record: AuditRecord): Promise<void> {
    if (!this.database.inTransaction)
      throw new Error(`Audit of "${record.action}" needs the transaction of the change itself`);
    await this.database.execute(INSERT, [...this.values(record), record.stateCode ?? null], 'audit_record');
  }

  /** The values of `AUDIT_COLUMNS`, for a statement that writes the change and its entry in one go. */
  values(record: Omit<AuditRecord, 'stateCode'>): unknown[] {
    const request = currentRequest();
    const actor = request?.actor ?? SYSTEM;
    const [before, after] = changedOnly(plain(record.before), plain(record.after));
    const entry: EntryContent = {
      uid: newId(),
      at: this.clock.now(),
      actorId: actor.userId,
      onBehalfOfId: actor.onBehalfOf?.userId ?? null,
      action: record.action,
      entity: record.entity,
      entityId: record.entityId,
      before,
      after,
      reason: record.reason ?? null,
      requestId: request?.requestId ?? null,
    };
    return [
      entry.uid,
      entry.at,
      entry.actorId,
      entry.onBehalfOfId,
      entry.action,
      entry.entity,
      entry.entityId,
      json(before),
      json(after),
      entry.reason,
      entry.requestId,
      this.key.mark(markedValues(entry)),
    ];
  }
}

/** As JSON brings it back: instants as text, nothing undefined. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null ? null : (JSON.parse(JSON.stringify(value)) as unknown);

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
