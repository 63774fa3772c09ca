import type { EventEmitter } from 'node:events';
import type { FlowProducer, Processor, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq';
import type { Logger } from 'pino';

export type BullQueue = Queue<unknown, unknown, string>;
export type BullWorker = Worker<unknown, unknown, string>;
export type BullFlows = FlowProducer;
export type BullProcessor = Processor<unknown, unknown, string>;

type Connection = QueueOptions['connection'];

/** One open connection to where the jobs are kept. */
export interface Link {
  /** Fails fast when the other side is away, so that nobody waits while holding a transaction. */
  producer: Connection;
  /** Waits for the other side to come back. */
  consumer: Connection;
  /** BullMQ's maker of backends; undefined means Redis. Typed by BullMQ for each backend alone, so it stays opaque here. */
  factory: unknown;
  prefix: string;
  close(): Promise<void>;
}

/**
 * Where jobs are kept: PostgreSQL or Redis. Nothing is loaded or connected before the first use, so that a process
 * that never adds a job pays nothing.
 */
export abstract class QueueBackend {
  abstract readonly kind: 'postgres' | 'redis';
  private link: Promise<Link> | undefined;
  private flowProducer: Promise<BullFlows> | undefined;
  private readonly queues = new Map<string, Promise<BullQueue>>();

  constructor(protected readonly log: Logger) {}

  /** @throws Error in one sentence when the other side cannot be reached */
  protected abstract connect(): Promise<Link>;

  /** Connects and brings the tables of the queue up to date. Calling it again is free. */
  async open(): Promise<void> {
    await this.linked();
  }

  queue(name: string): Promise<BullQueue> {
    return remembered(this.queues, name, async () => {
      const { Queue } = await import('bullmq');
      const link = await this.linked();
      const options = {
        connection: link.producer,
        prefix: link.prefix,
        streams: { events: { maxLen: EVENTS_KEPT } },
      };
      return this.ready(new Queue<unknown, unknown, string>(name, options, link.factory as never));
    });
  }

  flows(): Promise<BullFlows> {
    this.flowProducer ??= (async () => {
      const { FlowProducer } = await import('bullmq');
      const link = await this.linked();
      return this.ready(
        new FlowProducer({ connection: link.producer, prefix: link.prefix }, link.factory as never),
      );
    })();
    this.flowProducer.catch(() => (this.flowProducer = undefined));
    return this.flowProducer;
  }

  async worker(
    name: string,
    processor: BullProcessor,
    options: Omit<WorkerOptions, 'connection' | 'prefix'>,
  ): Promise<BullWorker> {
    const { Worker } = await import('bullmq');
    const link = await this.linked();
    const all = { ...options, connection: link.consumer, prefix: link.prefix };
    return this.ready(new Worker<unknown, unknown, string>(name, processor, all, link.factory as never));
  }

  async close(): Promise<void> {
    const opened = [...this.queues.values(), ...(this.flowProducer ? [this.flowProducer] : [])];
    this.queues.clear();
    this.flowProducer = undefined;
    for (const each of opened) await each.then((open) => open.close()).catch(() => undefined); // it never opened, or is gone already
    const link = this.link;
    this.link = undefined;
    if (link) await link.then((open) => open.close()).catch(() => undefined);
  }

  private linked(): Promise<Link> {
    if (!this.link) {
      this.link = this.connect();
      this.link.catch(() => (this.link = undefined));
    }
    return this.link;
  }

  /** BullMQ keeps a failed start for ever, so an object that does not get ready is thrown away. */
  private async ready<T extends BullQueue | BullWorker | BullFlows>(opened: T): Promise<T> {
    (opened as EventEmitter).on('error', (error: Error) => this.complain(error));
    try {
      await opened.waitUntilReady();
      return opened;
    } catch (error) {
      await opened.close().catch(() => undefined); // the first error is the news
      throw error;
    }
  }

  private readonly complained = new Map<string, number>();

  /** An outage makes one line every ten seconds, not thousands. */
  protected complain(error: Error): void {
    const now = Date.now();
    if (now - (this.complained.get(error.message) ?? 0) < 10_000) return;
    if (this.complained.size > 100) this.complained.clear();
    this.complained.set(error.message, now);
    this.log.warn({ err: error, backend: this.kind }, 'the queue reports a problem');
  }
}

/** The stream that BullMQ writes for dashboards; nothing of ours reads it. */
const EVENTS_KEPT = 1_000;

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
