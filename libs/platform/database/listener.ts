import pg from 'pg';
import type { Logger } from 'pino';

export interface ListenerOptions {
  databaseUrl: string;
  channel: string;
  /** Shown in pg_stat_activity and in the log. */
  name: string;
  heard: (payload: string) => void;
  /** It listens from now on; what was told before, or since it was lost, it did not hear. */
  listens: () => void;
  lost?: () => void;
  log: Logger;
}

/**
 * Hears a channel of PostgreSQL on a connection of its own, and gets itself a new one whenever that breaks. Behind a pooler
 * that lends connections by the transaction it hears nothing.
 */
export class Listener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private attempt = 0;

  constructor(private readonly options: ListenerOptions) {}

  /** Returns at once; a database that is away is tried again and again. */
  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined); // it is gone already
  }

  private async connect(): Promise<void> {
    const { databaseUrl, channel, name, log } = this.options;
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: name,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    const lost = (error?: Error): void => {
      if (this.client !== client) return;
      this.client = undefined;
      client.end().catch(() => undefined); // it is gone already
      if (this.stopped) return;
      const wait = Math.min(5_000, 250 * 2 ** this.attempt);
      this.attempt += 1;
      log.warn({ err: error, againInMs: wait }, `the ${name} lost its ear; it looks by itself meanwhile`);
      this.options.lost?.();
      this.timer = setTimeout(() => void this.connect(), wait);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => this.options.heard(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.attempt = 0;
      this.options.listens();
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
