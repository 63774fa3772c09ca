import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  echo,
  fold,
  leaf,
  QUEUE_HOMES,
  type QueueBench,
  queueBench,
  sum,
  until,
} from '../../../test/harness/queue.js';
import { flow } from './flow.js';
import { schedule } from './schedules.js';

describe.each(QUEUE_HOMES)('flows and schedules on %s', (kind) => {
  let bench: QueueBench;
  beforeAll(async () => {
    bench = await queueBench(kind);
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.close());

  it('runs a parent after its children', async () => {
    const { queues, handlers } = await bench.worker();
    await queues.flow(
      flow(sum, { label: 'region' }, { children: [1, 2, 3].map((value) => flow(leaf, { value })) }),
    );
    await until(() => handlers.seen.length === 4);
    expect(handlers.seen.map(({ job }) => job)).toEqual(['leaf', 'leaf', 'leaf', 'sum']);
  });

  it('fails a parent whose child failed for good without running it, and tells of both', async () => {
    const { queues, handlers } = await bench.worker();
    handlers.work.set('leaf', (payload) => {
      if ((payload as { value: number }).value === 2) throw new Error('no two');
    });
    await queues.flow(
      flow(sum, { label: 'region' }, { children: [flow(leaf, { value: 1 }), flow(leaf, { value: 2 })] }),
    );
    await until(async () => (await queues.failed()).some(({ job }) => job === 'test.sum'));
    await until(() => handlers.givenUp.length === 2);
    expect(handlers.givenUp.map(({ payload }) => payload)).toEqual([{ value: 2 }, { label: 'region' }]);
    expect(handlers.seen.map(({ job }) => job)).toEqual(['leaf', 'leaf']);
  });

  it('keeps schedules exactly as listed, each in its own time zone', async () => {
    const queues = bench.producer();
    const nightly = schedule(
      echo,
      { say: 'night' },
      { key: 'nightly', cron: '30 3 * * *', tz: 'America/Guatemala' },
    );
    const weekly = schedule(
      fold,
      { key: 'w' },
      { key: 'weekly', cron: '0 7 * * 1', tz: 'America/Mexico_City' },
    );
    await queues.schedule([nightly, weekly]);
    await queues.schedule([nightly, weekly]);
    const talk = await bench.backend().queue('talk');
    const [known] = await talk.getJobSchedulers();
    expect(known).toMatchObject({
      key: 'nightly',
      pattern: '30 3 * * *',
      tz: 'America/Guatemala',
      name: 'test.echo',
    });
    expect(new Date(known?.next ?? 0).toISOString()).toMatch(/T09:30:00/); // 03:30 at UTC-6
    expect(await talk.getDelayedCount()).toBe(1);
    await queues.schedule([{ ...nightly, cron: '45 3 * * *' }]);
    expect(new Date((await talk.getJobSchedulers())[0]?.next ?? 0).toISOString()).toMatch(/T09:45:00/);
    expect(await (await bench.backend().queue('folding')).getJobSchedulers()).toEqual([]);
  });

  it('adds the next turn of a schedule by itself', async () => {
    const { queues, handlers } = await bench.worker();
    await queues.schedule([schedule(echo, { say: 'tick' }, { key: 'tick', cron: '* * * * * *', tz: 'UTC' })]);
    await until(() => handlers.seen.length >= 2);
    expect(handlers.seen[0]?.payload).toEqual({ say: 'tick' });
  });
});
