import pg from 'pg';
import type { Logger } from 'pino';
import { CHANNEL } from './bell.js';

/** Hears the bell on a connection of its own, and gets itself a new one whenever that breaks. */
export class Listener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private attempt = 0;

  constructor(
    private readonly databaseUrl: string,
    private readonly heard: () => void,
    private readonly log: Logger,
  ) {}

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
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'outbox relay',
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
      this.log.warn({ err: error, againInMs: wait }, 'the outbox relay lost its ear; it polls meanwhile');
      this.timer = setTimeout(() => void this.connect(), wait);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', () => this.heard());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.attempt = 0;
      this.heard(); // what was told while nobody listened
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
