import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cutConnections,
  echo,
  QUEUE_HOMES,
  type QueueBench,
  queueBench,
  takeAndDie,
  until,
} from '../../../test/harness/queue.js';
import { openBackend } from './open-backend.js';
import { pino } from 'pino';
import { testRedis } from '../../../test/harness/redis.js';

describe.each(QUEUE_HOMES)('a worker on %s', (kind) => {
  let bench: QueueBench;
  beforeAll(async () => {
    bench = await queueBench(kind);
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.close());

  it('lets running jobs end when the worker stops', async () => {
    const { queues, handlers, host } = await bench.worker();
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
    const first = await bench.worker({ graceMs: 100 });
    const running = Promise.withResolvers<void>();
    first.handlers.work.set('echo', () => {
      running.resolve();
      return new Promise(() => undefined);
    });
    await first.queues.add(echo, { say: 'endless' });
    await running.promise;
    await first.host.stop(); // the endless job does not keep it
    const second = await bench.worker();
    await until(() => second.handlers.seen.length === 1);
    expect(second.handlers.seen[0]).toMatchObject({ attempt: 1, payload: { say: 'endless' } });
  });

  it('goes on after all its connections were cut', async () => {
    const { queues, handlers } = await bench.worker();
    await queues.add(echo, { say: 'before' });
    await until(async () => (await queues.counts()).find(({ queue }) => queue === 'talk')?.completed === 1);
    await cutConnections(bench.url);
    await until(() =>
      queues.add(echo, { say: 'after' }).then(
        () => true,
        () => false,
      ),
    );
    await until(() => handlers.seen.length === 2);
    expect(handlers.seen[1]?.payload).toEqual({ say: 'after' });
  });

  it('takes over the jobs of a worker that was killed', async () => {
    await bench.producer().add(echo, { say: 'orphan' });
    await takeAndDie(bench.url, bench.prefix());
    const heir = await bench.worker({ lockMs: 400, stalledCheckMs: 200 });
    await until(() => heir.handlers.seen.length === 1);
    expect(heir.handlers.seen[0]).toMatchObject({ attempt: 1, payload: { say: 'orphan' } });
  });
});

describe('the address of the queue', () => {
  it('is told when nothing answers there', async () => {
    const gone = await testRedis();
    await gone.close();
    const home = openBackend({ databaseUrl: '', redisUrl: gone.url }, pino({ level: 'silent' }));
    await expect(home.open()).rejects.toThrow(
      /^Redis at 127\.0\.0\.1:\d+ \(REDIS_URL\) cannot be used: .*ECONNREFUSED.*\.$/,
    );
    await home.close();
  });
});
