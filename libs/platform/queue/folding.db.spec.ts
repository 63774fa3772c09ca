import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fold, QUEUE_HOMES, queueBench, type QueueBench, until } from '../../../test/harness/queue.js';
import { PermanentFailure } from './failures.js';
import { newJob } from './queues.js';

describe.each(QUEUE_HOMES)('jobs that fold on %s', (kind) => {
  let bench: QueueBench;
  beforeAll(async () => {
    bench = await queueBench(kind);
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.close());

  it('folds equal jobs of one key while one waits, and runs different ones each', async () => {
    const queues = bench.producer();
    for (let news = 1; news <= 5; news += 1)
      await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 200 });
    await queues.addMany([1, 2].map(() => newJob(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 200 })));
    await queues.add(fold, { key: 'MX' }, { dedupeKey: 'MX', delayMs: 200 });
    await queues.add(fold, { key: 'other words' }, { dedupeKey: 'MX', delayMs: 200 });
    const { handlers } = await bench.worker();
    await until(async () => (await queues.counts())[0]?.completed === 3);
    expect(handlers.seen.map(({ payload }) => (payload as { key: string }).key).sort()).toEqual([
      'GT',
      'MX',
      'other words',
    ]);
  });

  it('does not put a folded job off for ever', async () => {
    const { queues, handlers } = await bench.worker();
    await until(async () => {
      await queues.add(fold, { key: 'steady' }, { dedupeKey: 'steady', delayMs: 150 });
      return handlers.seen.length >= 2;
    });
    expect(handlers.seen[0]).toMatchObject({ payload: { key: 'steady' } });
  });

  it('runs exactly once more for all that arrives while the job of the key is running', async () => {
    const { queues, handlers } = await bench.worker();
    const running = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    handlers.work.set('fold', async () => {
      running.resolve();
      await go.promise;
    });
    await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT' });
    await running.promise;
    for (let news = 1; news <= 3; news += 1)
      await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 20 });
    await queues.addMany([newJob(fold, { key: 'GT' }, { dedupeKey: 'GT', delayMs: 20 })]);
    expect(handlers.seen).toHaveLength(1);
    go.resolve();
    await until(async () => (await queues.counts())[0]?.completed === 2);
    await queues.add(fold, { key: 'GT' }, { dedupeKey: 'GT' });
    await until(async () => (await queues.counts())[0]?.completed === 3);
    expect(handlers.seen).toHaveLength(3);
  });

  it('runs again for what arrives while a failed try waits for its next', async () => {
    const { queues, handlers } = await bench.worker();
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
    const { queues, handlers } = await bench.worker();
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
    const { queues, handlers } = await bench.worker({ concurrency: { folding: 4 } });
    const told = new Map<string, number>();
    const known = new Map<string, number>();
    handlers.work.set('fold', async (payload, { attempt }) => {
      const { key } = payload as { key: string };
      const state = told.get(key) ?? 0; // a handler reads the state when it starts
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
      if (Math.random() < 0.1 && attempt < 3) throw new Error('by chance');
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
});
