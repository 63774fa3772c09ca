import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { testRedis, type TestRedis } from '../../../test/harness/redis.js';
import type { QueueBackend } from './backend.js';
import { PermanentFailure } from './failures.js';
import { flow } from './flow.js';
import { Handles, type JobContext } from './handles.js';
import { defineJob, JobRegistry } from './job.js';
import { openBackend } from './open-backend.js';
import { newJob, Queues } from './queues.js';
import { schedule } from './schedules.js';
import { WorkerHost, type WorkerOptions } from './worker-host.js';

const registry = new JobRegistry();
const quick = { attempts: 3, backoffMs: 20 };
const echo = defineJob<{ say: string }>({ name: 'test.echo', queue: 'talk', ...quick }, registry);
const impatient = defineJob<{ id: number }>({ name: 'test.impatient', queue: 'talk', attempts: 1, timeoutMs: 50 }, registry);
const fold = defineJob<{ key: string }>({ name: 'test.fold', queue: 'folding', ...quick }, registry);
const leaf = defineJob<{ value: number }>({ name: 'test.leaf', queue: 'talk', attempts: 1 }, registry);
const sum = defineJob<{ label: string }>({ name: 'test.sum', queue: 'folding', attempts: 1 }, registry);

type Work = (payload: object, context: JobContext) => unknown;

/** One handler for every job; a test says what each does. */
class Handlers {
  readonly work = new Map<string, Work>();
  readonly seen: { job: string; payload: object; attempt: number }[] = [];

  private async run(job: string, payload: object, context: JobContext): Promise<unknown> {
    this.seen.push({ job, payload, attempt: context.attempt });
    return this.work.get(job)?.(payload, context);
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
async function until<T>(look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.each(['postgres', 'redis'] as const)('the queue on %s', (kind) => {
  const log = pino({ level: 'silent' });
  let db: TestDatabase | undefined;
  let redis: TestRedis | undefined;
  let round = 0;
  const open: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    if (kind === 'postgres') db = await testDatabase();
    else redis = await testRedis();
  });
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.stop();
    if (db) {
      const client = new pg.Client({ connectionString: db.url });
      await client.connect();
      await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
      await client.end();
    }
  });
  afterAll(async () => {
    await db?.close();
    await redis?.close();
  });

  function backend(): QueueBackend {
    const home = openBackend({ databaseUrl: db?.url ?? '', redisUrl: redis?.url, redisPrefix: `round${round}`, poolSize: 12 }, log);
    open.push({ stop: () => home.close() });
    return home;
  }

  /** A process of its own, as far as the queue can tell. */
  async function worker(options: WorkerOptions = {}, handlers = new Handlers()): Promise<{ queues: Queues; handlers: Handlers; host: WorkerHost; home: QueueBackend }> {
    const home = backend();
    const queues = new Queues(home, registry);
    const host = new WorkerHost(home, queues, registry, log, options);
    open.push(host);
    await host.start([handlers]);
    return { queues, handlers, host, home };
  }

  const producer = (): Queues => new Queues(backend(), registry);

  afterEach(() => {
    round += 1;
  });

  it('runs a job with its payload and keeps its word about attempts', async () => {
    const { queues, handlers } = await worker();
    handlers.work.set('echo', (_payload, { attempt, lastAttempt }) => {
      if (attempt < 3) throw new Error(`not yet ${lastAttempt}`);
    });
    await queues.add(echo, { say: 'ñandú 😀' });
    await until(() => handlers.seen.length === 3);
    expect(handlers.seen).toEqual([1, 2, 3].map((attempt) => ({ job: 'echo', payload: { say: 'ñandú 😀' }, attempt })));
    await until(async () => (await queues.counts()).find(({ queue }) => queue === 'talk')?.completed === 1);
  });

  it('keeps a job that used up its attempts where it can be seen, and starts it over on request', async () => {
    const { queues, handlers } = await worker();
    handlers.work.set('echo', () => {
      throw new Error('a \0 and half a \uD83D pair');
    });
    await queues.add(echo, { say: 'no' });
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed).toMatchObject({ queue: 'talk', job: 'test.echo', payload: { say: 'no' }, attempts: 3, reason: 'a \uFFFD and half a \uFFFD pair' });
    handlers.work.delete('echo');
    expect(await queues.retry('talk', failed?.id ?? '')).toBe(true);
    await until(() => handlers.seen.length === 4);
    expect(await queues.failed()).toEqual([]);
    expect(await queues.retry('talk', 'nobody')).toBe(false);
  });

  it('does not try again what a handler calls permanent', async () => {
    const { queues, handlers } = await worker();
    handlers.work.set('echo', () => {
      throw new PermanentFailure('there is no such State');
    });
    await queues.add(echo, { say: 'x' });
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed?.reason).toBe('there is no such State');
    expect(handlers.seen).toHaveLength(1);
  });

  it('ends a job that takes too long and tells its handler', async () => {
    const { queues, handlers } = await worker();
    const told = Promise.withResolvers<unknown>();
    handlers.work.set('impatient', (_payload, { signal }) => new Promise(() => signal.addEventListener('abort', () => told.resolve(signal.reason))));
    await queues.add(impatient, { id: 1 });
    expect(await told.promise).toEqual(new Error('took longer than 50 ms'));
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed?.reason).toBe('took longer than 50 ms');
  });

  it('lets a job of an unknown name fail where it can be seen', async () => {
    const { queues } = await worker();
    const stranger = defineJob<object>({ name: 'test.stranger', queue: 'talk', attempts: 1 }, new JobRegistry());
    await queues.add(stranger, {});
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed?.reason).toContain("No job is named 'test.stranger'.");
  });

  it('refuses a payload that one of the backends could not store', async () => {
    await expect(producer().add(echo, { say: 'a\0b' })).rejects.toThrow('the payload of test.echo.say holds a NUL character');
  });

  it('adds a job of one id once, also after it has run', async () => {
    const { queues, handlers } = await worker();
    await queues.add(echo, { say: 'once' }, { jobId: 'outbox-7-test.echo' });
    await until(() => handlers.seen.length === 1);
    await until(async () => (await queues.counts())[1]?.completed === 1);
    await queues.add(echo, { say: 'once' }, { jobId: 'outbox-7-test.echo' });
    await queues.add(echo, { say: 'other' });
    await until(() => handlers.seen.length === 2);
    expect(handlers.seen[1]?.payload).toEqual({ say: 'other' });
  });

  it('folds equal jobs of one key while one waits, and runs different ones each', async () => {
    const queues = producer();
    for (let news = 1; news <= 5; news += 1) await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 200 });
    await queues.addMany([1, 2].map(() => newJob(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 200 })));
    await queues.add(fold, { key: 'MX' }, { dedupeKey: 'MX', delayMs: 200 });
    await queues.add(fold, { key: 'other words' }, { dedupeKey: 'MX', delayMs: 200 });
    const { handlers } = await worker();
    await until(async () => (await queues.counts())[0]?.completed === 3);
    expect(handlers.seen.map(({ payload }) => (payload as { key: string }).key).sort()).toEqual(['GT', 'MX', 'other words']);
  });

  it('does not put a folded job off for ever', async () => {
    const { queues, handlers } = await worker();
    const started = Date.now();
    await until(async () => {
      await queues.add(fold, { key: 'steady' }, { dedupeKey: 'steady', delayMs: 150 });
      return handlers.seen.length >= 2;
    });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('runs exactly once more for all that arrives while the job of the key is running', async () => {
    const { queues, handlers } = await worker();
    const running = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    handlers.work.set('fold', async () => {
      running.resolve();
      await go.promise;
    });
    await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT' });
    await running.promise;
    for (let news = 1; news <= 3; news += 1) await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 20 });
    await queues.addMany([newJob(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 20 })]);
    expect(handlers.seen).toHaveLength(1);
    go.resolve();
    await until(async () => (await queues.counts())[0]?.completed === 2);
    await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT' });
    await until(async () => (await queues.counts())[0]?.completed === 3);
    expect(handlers.seen).toHaveLength(3);
  });

  it('runs again for what arrives while a failed try waits for its next', async () => {
    const { queues, handlers } = await worker();
    let state = 1;
    let known = 0;
    handlers.work.set('fold', async (_payload, { attempt }) => {
      if (attempt === 1) throw new Error('first try');
      known = state;
    });
    await queues.add(fold, { key: 'HN' }, { dedupeKey: 'HN' });
    await until(() => handlers.seen.length >= 1);
    state = 2;
    await queues.add(fold, { key: 'HN' }, { dedupeKey: 'HN' });
    await until(() => known === 2);
  });

  it('runs again when told after the job of the key has failed for good', async () => {
    const { queues, handlers } = await worker();
    handlers.work.set('fold', () => {
      throw new PermanentFailure('not now');
    });
    await queues.add(fold, { key: 'HN' }, { dedupeKey: 'HN' });
    await until(async () => (await queues.failed()).length === 1);
    handlers.work.delete('fold');
    await queues.add(fold, { key: 'HN' }, { dedupeKey: 'HN' });
    await until(async () => (await queues.counts())[0]?.completed === 1);
    expect(handlers.seen).toHaveLength(2);
  });

  it('loses no news of a key however news, runs and failures fall together', async () => {
    const { queues, handlers } = await worker({ concurrency: { folding: 4 } });
    const told = new Map<string, number>();
    const known = new Map<string, number>();
    handlers.work.set('fold', async (payload, { lastAttempt }) => {
      const { key } = payload as { key: string };
      const state = told.get(key) ?? 0; // a handler reads the state when it starts
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
      if (Math.random() < 0.1 && !lastAttempt) throw new Error('by chance');
      known.set(key, Math.max(known.get(key) ?? 0, state));
    });
    const keys = ['A', 'B', 'C'];
    await Promise.all(
      keys.map(async (key) => {
        for (let version = 1; version <= 100; version += 1) {
          told.set(key, version); // "committed"
          await queues.add(fold, { key }, { dedupeKey: key, delayMs: version % 3 });
          if (version % 7 === 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
        }
      }),
    );
    await until(() => keys.every((key) => known.get(key) === 100));
    expect(handlers.seen.length).toBeLessThan(300);
  });

  it('runs a parent after its children and gives it what they returned', async () => {
    const { queues, handlers } = await worker();
    const total = Promise.withResolvers<number>();
    handlers.work.set('leaf', (payload) => (payload as { value: number }).value * 10);
    handlers.work.set('sum', async (_payload, { childrenValues }) => {
      total.resolve((await childrenValues<number>()).reduce((a, b) => a + b, 0));
    });
    await queues.flow(flow(sum, { label: 'region' }, { children: [1, 2, 3].map((value) => flow(leaf, { value })) }));
    expect(await total.promise).toBe(60);
  });

  it('fails a parent whose child failed for good, unless that child may be ignored', async () => {
    const { queues, handlers } = await worker();
    handlers.work.set('leaf', (payload) => {
      if ((payload as { value: number }).value === 2) throw new Error('no two');
      return 1;
    });
    const ran = Promise.withResolvers<number[]>();
    handlers.work.set('sum', async (_payload, { childrenValues }) => ran.resolve(await childrenValues<number>()));
    await queues.flow(flow(sum, { label: 'strict' }, { children: [flow(leaf, { value: 1 }), flow(leaf, { value: 2 })] }));
    await until(async () => (await queues.failed()).some(({ job }) => job === 'test.sum'));
    await queues.flow(flow(sum, { label: 'lenient' }, { children: [flow(leaf, { value: 1 }), flow(leaf, { value: 2 }, { onFailure: 'ignore' })] }));
    expect(await ran.promise).toEqual([1]);
  });

  it('keeps schedules exactly as listed, each in its own time zone', async () => {
    const queues = producer();
    const nightly = schedule(echo, { say: 'night' }, { key: 'nightly', cron: '30 3 * * *', tz: 'America/Guatemala' });
    const weekly = schedule(fold, { key: 'w' }, { key: 'weekly', cron: '0 7 * * 1', tz: 'America/Mexico_City' });
    await queues.schedule([nightly, weekly]);
    await queues.schedule([nightly, weekly]);
    const talk = await backend().queue('talk');
    const [known] = await talk.getJobSchedulers();
    expect(known).toMatchObject({ key: 'nightly', pattern: '30 3 * * *', tz: 'America/Guatemala', name: 'test.echo' });
    expect(new Date(known?.next ?? 0).toISOString()).toMatch(/T09:30:00/); // 03:30 at UTC-6
    expect(await talk.getDelayedCount()).toBe(1);
    await queues.schedule([{ ...nightly, cron: '45 3 * * *' }]);
    expect(new Date((await talk.getJobSchedulers())[0]?.next ?? 0).toISOString()).toMatch(/T09:45:00/);
    expect(await (await backend().queue('folding')).getJobSchedulers()).toEqual([]);
  });

  it('adds the next turn of a schedule by itself', async () => {
    const { queues, handlers } = await worker();
    await queues.schedule([schedule(echo, { say: 'tick' }, { key: 'tick', cron: '* * * * * *', tz: 'UTC' })]);
    await until(() => handlers.seen.length >= 2);
    expect(handlers.seen[0]?.payload).toEqual({ say: 'tick' });
  });

  it('lets running jobs end when the worker stops', async () => {
    const { queues, handlers, host } = await worker();
    const running = Promise.withResolvers<void>();
    let ended = false;
    handlers.work.set('echo', async () => {
      running.resolve();
      await new Promise((resolve) => setTimeout(resolve, 200));
      ended = true;
    });
    await queues.add(echo, { say: 'a while' });
    await running.promise;
    await host.stop();
    expect(ended).toBe(true);
  });

  it('hands back what does not end in time, and another worker does it at once', async () => {
    const first = await worker({ graceMs: 100 });
    const running = Promise.withResolvers<void>();
    first.handlers.work.set('echo', () => {
      running.resolve();
      return new Promise(() => undefined);
    });
    await first.queues.add(echo, { say: 'endless' });
    await running.promise;
    const started = Date.now();
    await first.host.stop();
    expect(Date.now() - started).toBeLessThan(3_000);
    const second = await worker();
    await until(() => second.handlers.seen.length === 1);
    expect(second.handlers.seen[0]).toMatchObject({ attempt: 1, payload: { say: 'endless' } });
  });

  it('takes over the jobs of a worker that was killed', async () => {
    await producer().add(echo, { say: 'orphan' });
    await takeAndDie(kind === 'redis' ? (redis?.url ?? '') : (db?.url ?? ''), `round${round}`);
    const heir = await worker({ lockMs: 400, stalledCheckMs: 200 });
    await until(() => heir.handlers.seen.length === 1);
    expect(heir.handlers.seen[0]).toMatchObject({ attempt: 1, payload: { say: 'orphan' } });
  });
});

/** A worker process that takes a job of the queue `talk` and is killed over it. */
async function takeAndDie(url: string, prefix: string): Promise<void> {
  const script = `
    const { Worker, createPostgresBackend } = require('bullmq');
    const { Pool } = require('pg');
    const { Redis } = require('ioredis');
    const [url, prefix] = process.argv.slice(1);
    const redis = url.startsWith('redis');
    const connection = redis ? new Redis(url, { maxRetriesPerRequest: null }) : new Pool({ connectionString: url, options: '-c search_path=bullmq' });
    const take = () => { console.log('taken'); return new Promise(() => {}); };
    new Worker('talk', take, { connection, prefix, lockDuration: 400, stalledInterval: 200 }, redis ? undefined : createPostgresBackend);`;
  const child = spawn(process.execPath, ['-e', script, url, prefix], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('the address of the queue', () => {
  it('is told when nothing answers there', async () => {
    const gone = await testRedis();
    await gone.close();
    const home = openBackend({ databaseUrl: '', redisUrl: gone.url }, pino({ level: 'silent' }));
    await expect(home.open()).rejects.toThrow(/^Redis at 127\.0\.0\.1:\d+ \(REDIS_URL\) cannot be used: .*ECONNREFUSED.*\.$/);
    await home.close();
  });
});
