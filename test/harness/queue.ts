import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import {
  defineJob,
  GivesUp,
  Handles,
  type JobContext,
  JobRegistry,
  openBackend,
  type QueueBackend,
  Queues,
  WorkerHost,
  type WorkerOptions,
} from '#platform/queue';
import { testDatabase } from './database.js';
import { testRedis } from './redis.js';

export const registry = new JobRegistry();
const quick = { attempts: 3, backoffMs: 20 };
export const echo = defineJob<{ say: string }>({ name: 'test.echo', queue: 'talk', ...quick }, registry);
export const impatient = defineJob<{ id: number }>(
  { name: 'test.impatient', queue: 'talk', attempts: 1, timeoutMs: 50 },
  registry,
);
export const fold = defineJob<{ key: string }>({ name: 'test.fold', queue: 'folding', ...quick }, registry);
export const leaf = defineJob<{ value: number }>({ name: 'test.leaf', queue: 'talk', attempts: 1 }, registry);
export const sum = defineJob<{ label: string }>(
  { name: 'test.sum', queue: 'folding', attempts: 1 },
  registry,
);

export type Work = (payload: object, context: JobContext) => unknown;

/** One handler for every job; a test says what each does. */
export class Handlers {
  readonly work = new Map<string, Work>();
  readonly seen: { job: string; payload: object; attempt: number }[] = [];
  readonly givenUp: { payload: object; reason: string }[] = [];

  private async run(job: string, payload: object, context: JobContext): Promise<unknown> {
    this.seen.push({ job, payload, attempt: context.attempt });
    return this.work.get(job)?.(payload, context);
  }
  @GivesUp(echo)
  @GivesUp(impatient)
  @GivesUp(leaf)
  @GivesUp(sum)
  async giveUp(payload: object, error: unknown): Promise<void> {
    this.givenUp.push({ payload, reason: (error as Error).message });
  }
  @Handles(echo) async echo(p: object, c: JobContext): Promise<unknown> {
    return this.run('echo', p, c);
  }
  @Handles(impatient) async impatient(p: object, c: JobContext): Promise<unknown> {
    return this.run('impatient', p, c);
  }
  @Handles(fold) async fold(p: object, c: JobContext): Promise<unknown> {
    return this.run('fold', p, c);
  }
  @Handles(leaf) async leaf(p: object, c: JobContext): Promise<unknown> {
    return this.run('leaf', p, c);
  }
  @Handles(sum) async sum(p: object, c: JobContext): Promise<unknown> {
    return this.run('sum', p, c);
  }
}

/** Waits until something is so; the deadline is the test's own. */
export async function until<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface QueueBench {
  url: string;
  /** Keys of the test in hand. */
  prefix(): string;
  /** Adds jobs, runs none. */
  producer(): Queues;
  backend(): QueueBackend;
  /** A worker process of its own, as far as the queue can tell. */
  worker(options?: WorkerOptions): Promise<{ queues: Queues; handlers: Handlers; host: WorkerHost }>;
  /** Stops all workers and forgets all jobs; after each test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Both homes that a queue can have; the same specs run on each. */
export const QUEUE_HOMES = ['postgres', 'redis'] as const;

/** An empty queue for one spec file. */
export async function queueBench(kind: (typeof QUEUE_HOMES)[number]): Promise<QueueBench> {
  const log = pino({ level: 'silent' });
  const db = kind === 'postgres' ? await testDatabase() : undefined;
  const redis = kind === 'redis' ? await testRedis() : undefined;
  const open: { stop(): Promise<void> }[] = [];
  let round = 0;
  const prefix = (): string => `round${round}`;
  const backend = (): QueueBackend => {
    const home = openBackend(
      { databaseUrl: db?.url ?? '', redisUrl: redis?.url, redisPrefix: prefix(), poolSize: 12 },
      log,
    );
    open.push({ stop: () => home.close() });
    return home;
  };
  return {
    url: db?.url ?? redis?.url ?? '',
    prefix,
    backend,
    producer: () => new Queues(backend(), registry),
    worker: async (options = {}) => {
      const home = backend();
      const handlers = new Handlers();
      const queues = new Queues(home, registry);
      const host = new WorkerHost(home, queues, registry, log, options);
      open.push(host);
      await host.start([handlers]);
      return { queues, handlers, host };
    },
    clear: async () => {
      for (const each of open.splice(0).reverse()) await each.stop();
      round += 1;
      if (db) await db.database.execute('DROP SCHEMA IF EXISTS bullmq CASCADE');
    },
    close: async () => {
      await db?.close();
      await redis?.close();
    },
  };
}

/** Ends every connection to the queue's home except the own one. */
export async function cutConnections(url: string): Promise<void> {
  if (url.startsWith('redis')) {
    const client = new Redis(url);
    await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await client.quit();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}

/** A worker process that takes a job of the queue `talk` and is killed over it. */
export async function takeAndDie(url: string, prefix: string): Promise<void> {
  const script = `
    const { Worker, createPostgresBackend } = require('bullmq');
    const { Pool } = require('pg');
    const { Redis } = require('ioredis');
    const [url, prefix] = process.argv.slice(1);
    const redis = url.startsWith('redis');
    const connection = redis ? new Redis(url, { maxRetriesPerRequest: null }) : new Pool({ connectionString: url, options: '-c search_path=bullmq' });
    const take = () => { console.log('taken'); return new Promise(() => {}); };
    new Worker('talk', take, { connection, prefix, lockDuration: 400, stalledInterval: 200 }, redis ? undefined : createPostgresBackend);`;
  const child = spawn(process.execPath, ['-e', script, url, prefix], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
