import { type Database } from '#platform/database';
import { storable } from '#platform/queue';
import type { Topic } from './subscription.js';

/** The channel that relays listen to; when a call is lost, the relay's own poll finds the rows. */
export const CHANNEL = 'outbox';

export interface Backlog {
  /** Rows that a relay has yet to hand on. */
  waiting: number;
  /** How long the oldest of them has waited. */
  oldestSeconds: number;
  /** Rows that wait for a person. */
  problems: number;
}

/** A row that no job could be made of. */
export interface OutboxProblem {
  id: string;
  topic: string;
  payload: object;
  createdAt: Date;
  problem: string;
}

/** Where a service tells what it changed, in the transaction that changes it. Jobs follow after the commit, at least once. */
export class Outbox {
  constructor(private readonly database: Database) {}

  /**
   * Tells that something happened. Ids only: whoever acts on it reads the state then.
   * @throws Error outside a transaction; NotStorableError for text that cannot be stored
   */
  async publish<E extends object>(topic: Topic<E>, payload: E): Promise<void> {
    if (!this.database.inTransaction)
      throw new Error(
        `'${topic}' was published outside a transaction; it would be told even when the change is lost.`,
      );
    await this.database.execute(OUTBOX_INSERT, [topic, outboxPayload(topic, payload)], 'outbox_insert');
    this.wakeAfterCommit();
  }

  /** For a statement that inserts the outbox row itself (see OUTBOX_INSERT): wakes the relays once the transaction is through. */
  wakeAfterCommit(): void {
    this.database.notify(CHANNEL);
  }

  async backlog(): Promise<Backlog> {
    const row = await this.database.one<{ waiting: string; oldest: number | null; problems: string }>(
      `SELECT count(*) FILTER (WHERE problem IS NULL) AS waiting, count(*) FILTER (WHERE problem IS NOT NULL) AS problems,
              extract(epoch FROM now() - min(created_at) FILTER (WHERE problem IS NULL))::float8 AS oldest FROM outbox`,
    );
    return {
      waiting: Number(row?.waiting ?? 0),
      oldestSeconds: row?.oldest ?? 0,
      problems: Number(row?.problems ?? 0),
    };
  }

  /** The rows that wait for a person, newest first. */
  problems(limit = 100): Promise<OutboxProblem[]> {
    return this.database.query(
      'SELECT id, topic, payload, created_at AS "createdAt", problem FROM outbox WHERE problem IS NOT NULL ORDER BY id DESC LIMIT $1',
      [limit],
    );
  }

  /** Gives the rows that waited for a person another try. @returns how many */
  async retryProblems(): Promise<number> {
    const rows = await this.database.execute('UPDATE outbox SET problem = NULL WHERE problem IS NOT NULL');
    this.wakeAfterCommit();
    return rows;
  }
}

/** $1 topic, $2 payload as JSON text. May stand in a CTE of a larger statement; then call `wakeAfterCommit`. */
export const OUTBOX_INSERT = 'INSERT INTO outbox (topic, payload) VALUES ($1, $2::jsonb)';

/** The second parameter of OUTBOX_INSERT. @throws NotStorableError */
export const outboxPayload = (topic: string, payload: object): string =>
  JSON.stringify(storable(payload, `the payload of ${topic}`));
