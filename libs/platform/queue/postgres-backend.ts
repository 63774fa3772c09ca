import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Link, QueueBackend } from './backend.js';

/** The schema that holds BullMQ's own tables; its name is fixed in BullMQ for a pool that is handed in. */
const SCHEMA = 'bullmq';

export interface PostgresBackendOptions {
  databaseUrl: string;
  /** Connections at most. A worker holds one for each queue to listen, and needs a few to work. */
  poolSize?: number;
}

/** Jobs in the product's own PostgreSQL, in a schema of their own. One pool for all queues of the process. */
export class PostgresBackend extends QueueBackend {
  readonly kind = 'postgres';

  constructor(
    private readonly options: PostgresBackendOptions,
    log: Logger,
  ) {
    super(log);
  }

  protected async connect(): Promise<Link> {
    const bull = await import('bullmq');
    const pool = new pg.Pool({
      connectionString: inSchema(this.options.databaseUrl),
      max: this.options.poolSize ?? 4,
      application_name: 'queue',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    });
    pool.setMaxListeners(0); // each queue and worker adds one
    pool.on('error', () => undefined); // a lost idle connection is replaced; the next query tells
    try {
      const client = await pool.connect();
      try {
        await bull.runMigrations(client, SCHEMA);
      } finally {
        client.release();
      }
    } catch (error) {
      await pool.end();
      throw error;
    }
    return {
      producer: pool as never,
      consumer: pool as never,
      factory: bull.createPostgresBackend,
      prefix: '',
      // end() waits for connections in use; a worker that did not let go in time must not hold up the process.
      close: () => Promise.race([pool.end(), after(1_000, undefined, { ref: false })]),
    };
  }
}

/** BullMQ's statements name no schema, so each connection looks there alone. */
function inSchema(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c search_path=${SCHEMA}`.trim());
  return url.href;
}
