import type { Pool } from 'pg';

/** At most so often a process tells. */
const PAUSE_MS = 40;

/**
 * What this process tells all others through PostgreSQL: many at once, and the same within a moment once. Not a NOTIFY
 * inside the writing transaction: PostgreSQL commits such transactions one after the other, database-wide, which left a
 * third of the rate of small writes at 16 connections. What is told is lost when the process dies before it does, so
 * whoever listens looks now and then by itself.
 */
export class Notices {
  private readonly waiting = new Map<string, [channel: string, payload: string]>();
  private pending: NodeJS.Timeout | undefined;
  private toldAt = 0;

  /** @param pool of an open database, undefined once it is closed */
  constructor(private readonly pool: () => Pool | undefined) {}

  tell(channel: string, payload: string): void {
    this.waiting.set(`${channel} ${payload}`, [channel, payload]);
    if (this.pending) return;
    const wait = Math.max(0, this.toldAt + PAUSE_MS - Date.now());
    this.pending = setTimeout(() => this.send(), wait);
    this.pending.unref();
  }

  private send(): void {
    this.pending = undefined;
    this.toldAt = Date.now();
    const told = [...this.waiting.values()];
    this.waiting.clear();
    this.pool()
      ?.query(
        'SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) told (channel, payload)',
        [told.map(([channel]) => channel), told.map(([, payload]) => payload)],
      )
      .catch(() => undefined); // whoever listens looks by itself
  }
}
