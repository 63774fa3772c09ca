import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  echo,
  impatient,
  QUEUE_HOMES,
  queueBench,
  type QueueBench,
  until,
} from '../../../test/harness/queue.js';
import { PermanentFailure } from './failures.js';
import { defineJob, JobRegistry } from './job.js';

describe.each(QUEUE_HOMES)('the queue on %s', (kind) => {
  let bench: QueueBench;
  beforeAll(async () => {
    bench = await queueBench(kind);
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.close());

  it('runs a job with its payload and keeps its word about attempts', async () => {
    const { queues, handlers } = await bench.worker();
    handlers.work.set('echo', (_payload, { attempt }) => {
      if (attempt < 3) throw new Error('not yet');
    });
    await queues.add(echo, { say: 'ñandú 😀' });
    await until(() => handlers.seen.length === 3);
    expect(handlers.seen).toEqual(
      [1, 2, 3].map((attempt) => ({ job: 'echo', payload: { say: 'ñandú 😀' }, attempt })),
    );
    await until(async () => (await queues.counts()).find(({ queue }) => queue === 'talk')?.completed === 1);
    expect(handlers.givenUp).toEqual([]);
  });

  it('keeps a job that used up its attempts where it can be seen, and starts it over on request', async () => {
    const { queues, handlers } = await bench.worker();
    handlers.work.set('echo', () => {
      throw new Error('a \0 and half a \uD83D pair');
    });
    await queues.add(echo, { say: 'no' });
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed).toMatchObject({
      queue: 'talk',
      job: 'test.echo',
      payload: { say: 'no' },
      attempts: 3,
      reason: 'a \uFFFD and half a \uFFFD pair',
    });
    handlers.work.delete('echo');
    expect(await queues.retry('talk', failed?.id ?? '')).toBe(true);
    await until(() => handlers.seen.length === 4);
    expect(await queues.failed()).toEqual([]);
    expect(await queues.retry('talk', 'nobody')).toBe(false);
    expect(await queues.retry('no-such-queue', failed?.id ?? '')).toBe(false);
  });

  it('starts all over that gave up, and only that', async () => {
    const { queues, handlers } = await bench.worker();
    handlers.work.set('echo', () => {
      throw new PermanentFailure('not today');
    });
    await queues.add(echo, { say: 'one' });
    await queues.add(echo, { say: 'two' });
    await until(async () => (await queues.failed()).length === 2);
    handlers.work.delete('echo');
    expect(await queues.retryAll()).toBe(2);
    await until(() => handlers.seen.length === 4);
    expect(
      handlers.seen
        .slice(2)
        .map(({ payload }) => payload)
        .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    ).toEqual([{ say: 'one' }, { say: 'two' }]);
    expect(await queues.failed()).toEqual([]);
    expect(await queues.retryAll()).toBe(0);
  });

  it('does not try again what a handler calls permanent', async () => {
    const { queues, handlers } = await bench.worker();
    handlers.work.set('echo', () => {
      throw new PermanentFailure('there is no such State');
    });
    await queues.add(echo, { say: 'x' });
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed?.reason).toBe('there is no such State');
    expect(handlers.givenUp).toEqual([{ payload: { say: 'x' }, reason: 'there is no such State' }]);
    expect(handlers.seen).toHaveLength(1);
  });

  it('ends a job that takes too long, tells its handler, and gives it up although the handler never ends', async () => {
    const { queues, handlers } = await bench.worker();
    const told = Promise.withResolvers<unknown>();
    handlers.work.set(
      'impatient',
      (_payload, { signal }) =>
        new Promise(() =>
          signal.addEventListener('abort', () => told.resolve((signal.reason as Error).message)),
        ),
    );
    await queues.add(impatient, { id: 1 });
    expect(await told.promise).toBe('took longer than 50 ms');
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed?.reason).toBe('took longer than 50 ms');
    expect(handlers.givenUp).toEqual([{ payload: { id: 1 }, reason: 'took longer than 50 ms' }]);
  });

  it('lets a job of an unknown name fail where it can be seen', async () => {
    const { queues } = await bench.worker();
    const stranger = defineJob<object>(
      { name: 'test.stranger', queue: 'talk', attempts: 1 },
      new JobRegistry(),
    );
    await queues.add(stranger, {});
    const [failed] = await until(async () => (await queues.failed()).length === 1 && queues.failed());
    expect(failed?.reason).toContain("No job is named 'test.stranger'.");
  });

  it('refuses a payload that one of the backends could not store', async () => {
    await expect(bench.producer().add(echo, { say: 'a\0b' })).rejects.toThrow(
      'the payload of test.echo.say holds a NUL character',
    );
  });

  it('adds a job of one id once, also after it has run', async () => {
    const { queues, handlers } = await bench.worker();
    await queues.add(echo, { say: 'once' }, { jobId: 'outbox-7-test.echo' });
    await until(() => handlers.seen.length === 1);
    await until(async () => (await queues.counts())[1]?.completed === 1);
    await queues.add(echo, { say: 'once' }, { jobId: 'outbox-7-test.echo' });
    await queues.add(echo, { say: 'other' });
    await until(() => handlers.seen.length === 2);
    expect(handlers.seen[1]?.payload).toEqual({ say: 'other' });
  });
});
