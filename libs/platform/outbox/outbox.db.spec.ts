import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import {
  defineJob,
  Handles,
  JobRegistry,
  type NewJob,
  openBackend,
  Queues,
  WorkerHost,
} from '#platform/queue';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { testRedis, type TestRedis } from '../../../test/harness/redis.js';
import { Outbox } from './outbox.js';
import { OutboxRelay, type RelayOptions } from './relay.js';
import { subscribe, topic } from './subscription.js';

const registry = new JobRegistry();
const note = defineJob<{ id: string }>({ name: 'test.note', queue: 'notes' }, registry);
const recompute = defineJob<{ state: string }>({ name: 'test.recompute', queue: 'notes' }, registry);
const approved = topic<{ id: string; state: string }>('test.approved');
const subscriptions = [
  subscribe(approved, note, ({ id }) => (id === 'of no interest' ? undefined : { id })),
  subscribe(approved, recompute, ({ state }) => ({ state }), {
    dedupeKey: ({ state }) => state,
    debounceMs: 100,
  }),
  subscribe(topic<{ id?: string }>('test.odd'), note, ({ id }) => ({ id: (id as string).trim() })),
];

class Handlers {
  readonly notes: string[] = [];
  readonly recomputed: string[] = [];
  @Handles(note) async note({ id }: { id: string }): Promise<void> {
    this.notes.push(id);
  }
  @Handles(recompute) async recompute({ state }: { state: string }): Promise<void> {
    this.recomputed.push(state);
  }
}

async function until(look: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the outbox', () => {
  const log = pino({ level: 'silent' });
  const open: { stop(): Promise<unknown> }[] = [];
  let db: TestDatabase;
  let redis: TestRedis;
  let outbox: Outbox;
  let round = 0;

  beforeAll(async () => {
    db = await testDatabase();
    redis = await testRedis();
    outbox = new Outbox(db.database);
  });
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.stop();
    await db.database.execute('DELETE FROM outbox');
    round += 1;
  });
  afterAll(async () => {
    await db.close();
    await redis.close();
  });

  async function worker(options: { redis?: boolean } = {}): Promise<{ handlers: Handlers; queues: Queues }> {
    const home = openBackend(
      {
        databaseUrl: db.url,
        redisUrl: options.redis ? redis.url : undefined,
        redisPrefix: `round${round}`,
        poolSize: 8,
      },
      log,
    );
    const queues = new Queues(home, registry);
    const host = new WorkerHost(home, queues, registry, log);
    open.push({ stop: () => home.close() }, host);
    const handlers = new Handlers();
    await host.start([handlers]);
    return { handlers, queues };
  }

  /** Polls so rarely that what arrives soon arrived by the bell. */
  function relay(queues: Queues, options: Partial<RelayOptions> = {}): OutboxRelay {
    const made = new OutboxRelay(db.database, queues, log, {
      databaseUrl: db.url,
      subscriptions,
      pollMs: 60_000,
      ...options,
    });
    open.push(made);
    return made;
  }

  const publish = (id: string, state = 'GT'): Promise<void> =>
    db.database.transaction(() => outbox.publish(approved, { id, state }));
  const rows = async (): Promise<number> =>
    Number((await db.database.one<{ count: string }>('SELECT count(*) FROM outbox'))?.count);

  it('takes no news outside a transaction', async () => {
    await expect(outbox.publish(approved, { id: '1', state: 'GT' })).rejects.toThrow(
      "'test.approved' was published outside a transaction",
    );
  });

  it('refuses text that no queue could store while the change can still be undone', async () => {
    await expect(publish('a\0b')).rejects.toThrow('the payload of test.approved.id holds a NUL character');
    expect(await rows()).toBe(0);
  });

  it('turns committed news into jobs at once, and lost changes into none', async () => {
    const { handlers, queues } = await worker();
    relay(queues).start();
    await expect(
      db.database.transaction(async () => {
        await outbox.publish(approved, { id: 'lost', state: 'GT' });
        throw new Error('the change fails');
      }),
    ).rejects.toThrow('the change fails');
    await publish('kept');
    await publish('of no interest', 'MX');
    await until(() => handlers.notes.length === 1 && handlers.recomputed.length === 2);
    expect(handlers.notes).toEqual(['kept']);
    expect(handlers.recomputed.sort()).toEqual(['GT', 'MX']);
    await until(async () => (await rows()) === 0);
  });

  it('folds a burst of news into few runs', async () => {
    const { handlers, queues } = await worker();
    relay(queues).start();
    for (let news = 1; news <= 30; news += 1) await publish(String(news));
    await until(() => handlers.notes.length === 30 && handlers.recomputed.length > 0);
    await until(async () => (await queues.counts())[0]?.delayed === 0);
    expect(handlers.recomputed.length).toBeLessThan(10);
  });

  it('hands each row to one of several relays', async () => {
    const { handlers, queues } = await worker();
    await db.database.execute(
      `INSERT INTO outbox (topic, payload) SELECT 'test.approved', jsonb_build_object('id', n::text, 'state', 'HN') FROM generate_series(1, 1000) n`,
    );
    for (const made of [1, 2, 3].map(() => relay(queues, { batch: 50 }))) made.start();
    await until(() => handlers.notes.length >= 1_000);
    await until(async () => (await rows()) === 0);
    expect(new Set(handlers.notes).size).toBe(1_000);
    expect(handlers.notes).toHaveLength(1_000);
  });

  it('does not run a job twice when a relay dies between handing on and deleting', async () => {
    const { handlers, queues } = await worker();
    class Dying extends Queues {
      override async addMany(jobs: readonly NewJob[]): Promise<void> {
        await queues.addMany(jobs);
        throw new Error('killed');
      }
    }
    await publish('once');
    const dying = new Dying(openBackend({ databaseUrl: db.url }, log), registry);
    await expect(relay(dying).relayBatch()).rejects.toThrow('killed');
    await until(() => handlers.notes.length === 1);
    expect(await relay(queues).relayBatch()).toBe(1);
    await publish('after');
    await relay(queues).relayBatch();
    await until(() => handlers.notes.includes('after'));
    expect(handlers.notes).toEqual(['once', 'after']);
    expect(await rows()).toBe(0);
  });

  it('sets a row aside that no job can be made of, and lets the others pass', async () => {
    const { handlers, queues } = await worker();
    await db.database.execute(`INSERT INTO outbox (topic, payload) VALUES ('test.odd', '{}')`);
    await publish('sound');
    await relay(queues).relayBatch();
    await until(() => handlers.notes.length === 1);
    expect(await outbox.backlog()).toMatchObject({ waiting: 0, problems: 1 });
    expect(await outbox.problems()).toMatchObject([
      { topic: 'test.odd', payload: {}, problem: expect.any(String), createdAt: expect.any(Date) },
    ]);
    await db.database.execute(`UPDATE outbox SET payload = '{"id": " mended "}'`);
    expect(await outbox.retryProblems()).toBe(1);
    await relay(queues).relayBatch();
    await until(() => handlers.notes.includes('mended'));
  });

  it('hears again after its connection to the database was cut', async () => {
    const { handlers, queues } = await worker();
    relay(queues).start();
    await publish('before');
    await until(() => handlers.notes.includes('before'));
    expect(
      await db.database.execute(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'outbox relay' AND datname = current_database()`,
      ),
    ).toBe(1);
    await until(
      async () =>
        (
          await db.database.query(
            `SELECT 1 FROM pg_stat_activity WHERE application_name = 'outbox relay' AND datname = current_database() AND query LIKE 'LISTEN%'`,
          )
        ).length === 1,
    );
    await publish('after');
    await until(() => handlers.notes.includes('after'));
  });

  it('keeps the rows while Redis is away and hands them on when it is back', async () => {
    const { handlers, queues } = await worker({ redis: true });
    relay(queues, { pollMs: 200 }).start();
    await publish('before');
    await until(() => handlers.notes.includes('before'));
    await redis.close();
    await publish('meanwhile');
    await expect(queues.add(note, { id: 'direct' })).rejects.toThrow();
    expect(await rows()).toBe(1);
    redis = await testRedis(redis.port);
    await until(() => handlers.notes.includes('meanwhile'));
    await until(async () => (await rows()) === 0);
  });
});
