import type { Logger } from 'pino';
import { type Database, Listener } from '#platform/database';
import { type NewJob, newJob, type Queues, storable, storableText } from '#platform/queue';
import { CHANNEL } from './outbox.js';
import type { Subscription } from './subscription.js';

export interface RelayOptions {
  databaseUrl: string;
  subscriptions: readonly Subscription[];
  /** How long it waits at most before it looks again, should it not hear the bell; 2,000 ms unless said. */
  pollMs?: number;
  /** Rows at once; 500 unless said. */
  batch?: number;
  /** How long the queue may take for one batch before the rows are let go and tried again; 15,000 ms unless said. */
  enqueueMs?: number;
}

interface Row {
  id: string;
  topic: string;
  payload: object;
  created_at: Date;
}

/**
 * Turns committed outbox rows into jobs, at least once. Several may run: rows are taken with SKIP LOCKED. A crash
 * between handing on and deleting hands on once more, with the same job ids, so that the queue knows them again.
 */
export class OutboxRelay {
  private readonly byTopic: Map<string, Subscription[]>;
  private readonly listener: Listener;
  private running: Promise<void> | undefined;
  private stopped = false;
  private woken = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly log: Logger,
    private readonly options: RelayOptions,
  ) {
    this.byTopic = Map.groupBy(options.subscriptions, ({ topic }) => topic);
    this.listener = new Listener({
      databaseUrl: options.databaseUrl,
      channel: CHANNEL,
      name: 'outbox relay',
      heard: () => this.wake(),
      listens: () => this.wake(), // what was told while nobody listened
      log,
    });
  }

  start(): void {
    this.listener.start();
    this.running ??= this.run();
  }

  /** Ends after the batch in hand, or five seconds later; what is not handed on then stays in the outbox. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.listener.stop();
    if (this.running) await within(5_000, this.running).catch(() => undefined); // the rows are safe either way
  }

  /** Hands on one batch. @returns how many rows left the outbox */
  relayBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<Row>(
        'SELECT id, topic, payload, created_at FROM outbox WHERE problem IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
        [this.options.batch ?? 500],
      );
      if (rows.length === 0) return 0;
      const jobs: NewJob[] = [];
      const done: string[] = [];
      for (const row of rows) {
        try {
          jobs.push(...this.jobsOf(row));
          done.push(row.id);
        } catch (error) {
          await this.setAside(row, error);
        }
      }
      if (jobs.length > 0) await within(this.options.enqueueMs ?? 15_000, this.queues.addMany(jobs));
      await this.database.execute('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [done]);
      return rows.length;
    });
  }

  private jobsOf(row: Row): NewJob[] {
    const meta = { id: row.id, topic: row.topic, at: row.created_at };
    return (this.byTopic.get(row.topic) ?? []).flatMap(({ job, map, dedupeKey, debounceMs }) => {
      const payload = map(row.payload, meta);
      if (payload === undefined) return [];
      storable(payload, `the payload of ${job.name}`);
      return [
        newJob(
          job,
          payload,
          dedupeKey
            ? { dedupeKey: dedupeKey(row.payload), delayMs: debounceMs }
            : { jobId: `outbox-${row.id}-${job.name}` },
        ),
      ];
    });
  }

  /** A row that no job can be made of must not hold up the others. */
  private async setAside(row: Row, error: unknown): Promise<void> {
    this.log.error({ err: error, outboxId: row.id, topic: row.topic }, 'an outbox row was set aside');
    const problem = storableText(error instanceof Error ? error.message : String(error));
    await this.database.execute('UPDATE outbox SET problem = $2 WHERE id = $1', [row.id, problem]);
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      try {
        const taken = await this.relayBatch();
        failures = 0;
        if (taken < (this.options.batch ?? 500)) await this.rest(this.options.pollMs ?? 2_000);
      } catch (error) {
        failures += 1;
        if (Number.isInteger(Math.log2(failures)))
          this.log.warn({ err: error, failures }, 'the outbox waits: the database or the queue is away');
        this.woken = false;
        await this.rest(Math.min(5_000, 100 * 2 ** failures));
      }
    }
  }

  private wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  private async rest(milliseconds: number): Promise<void> {
    if (!this.woken && !this.stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wakeUp = () => undefined;
    }
    this.woken = false;
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
