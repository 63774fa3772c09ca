import type { Database } from '#platform/database';

/** The channel that relays listen to. */
export const CHANNEL = 'outbox';

/** At most so often a process rings. */
const PAUSE_MS = 40;

/**
 * Wakes the relays. Not a NOTIFY inside the writing transaction: PostgreSQL commits such transactions one after the
 * other, database-wide, which left a third of the rate of small writes at 16 connections. One NOTIFY for many commits
 * costs nothing, and when it is lost (the process dies between commit and ring) the relay's own poll finds the rows.
 */
export class Bell {
  private pending: NodeJS.Timeout | undefined;
  private rungAt = 0;

  constructor(private readonly database: Database) {}

  ring(): void {
    if (this.pending) return;
    const wait = Math.max(0, this.rungAt + PAUSE_MS - Date.now());
    this.pending = setTimeout(() => {
      this.pending = undefined;
      this.rungAt = Date.now();
      if (!this.database.dataSource.isInitialized) return; // the process is closing
      this.database.pool.query(`NOTIFY ${CHANNEL}`).catch(() => undefined); // the poll is the safety
    }, wait);
    this.pending.unref();
  }
}
