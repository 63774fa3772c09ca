import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { currentRequest, SYSTEM } from '#platform/http';

/** What happened, in the words of the room where it happened. */
export interface AuditRecord {
  /** The user's verb with its noun, such as `update.approve`. */
  action: string;
  /** What was changed, such as `update`. */
  entity: string;
  entityId: string;
  stateCode?: string | null;
  /** The changed fields as they were; absent for something new. */
  before?: unknown;
  /** The changed fields as they are now; absent for something removed. */
  after?: unknown;
  /** Why, in the actor's words. */
  reason?: string | null;
}

const INSERT = `
  INSERT INTO audit_entries (at, actor_id, actor_name, action, entity, entity_id, state_code, before, after, reason, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Writes down changes in the transaction that makes them: neither exists without the other. */
@Injectable()
export class AuditService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Adds an entry with the acting person and the request id of the present context.
   * @throws Error outside of a transaction, because the entry could then outlive a change that failed
   */
  async record(record: AuditRecord): Promise<void> {
    if (!this.database.inTransaction)
      throw new Error(`Audit of "${record.action}" needs the transaction of the change itself`);
    const request = currentRequest();
    const actor = request?.actor ?? SYSTEM;
    const values = [
      this.clock.now(),
      actor.userId,
      actor.name,
      record.action,
      record.entity,
      record.entityId,
      record.stateCode ?? null,
      json(record.before),
      json(record.after),
      record.reason ?? null,
      request?.requestId ?? null,
    ];
    await this.database.execute(INSERT, values, 'audit_record');
  }
}

const json = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);
