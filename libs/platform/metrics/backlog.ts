import { Gauge, register } from 'prom-client';
import type { Outbox } from '#platform/outbox';
import type { Queues } from '#platform/queue';

/** How long a scrape waits for the queue; without an answer its numbers are left out of this one. */
const PATIENCE_MS = 2_000;

/** What waits and what failed for good, counted when somebody asks: growing numbers mean that no worker keeps up. */
export function measureBacklog(outbox: Outbox, queues: Queues): void {
  const rows = new Gauge({
    name: 'outbox_rows',
    help: 'News not handed on yet, and news that waits for a person',
    labelNames: ['state'],
    registers: [],
    async collect() {
      this.reset();
      const backlog = await answered(outbox.backlog());
      if (!backlog) return;
      this.set({ state: 'waiting' }, backlog.waiting);
      this.set({ state: 'problem' }, backlog.problems);
    },
  });
  const oldest = new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'How long the oldest news has waited for a worker to hand it on',
    registers: [],
    async collect() {
      const backlog = await answered(outbox.backlog());
      if (backlog) this.set(backlog.oldestSeconds);
      else this.remove();
    },
  });
  const jobs = new Gauge({
    name: 'queue_jobs',
    help: 'Jobs by queue and state; `failed` used up their attempts',
    labelNames: ['queue', 'state'],
    registers: [],
    async collect() {
      this.reset();
      for (const { queue, ...counts } of (await answered(queues.counts())) ?? [])
        for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count);
    },
  });
  for (const gauge of [rows, oldest, jobs]) register.registerMetric(gauge);
}

/** A part that is away must not take the other metrics with it. */
async function answered<T>(question: Promise<T>): Promise<T | undefined> {
  const { promise: patience, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  try {
    return await Promise.race([question, patience]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
