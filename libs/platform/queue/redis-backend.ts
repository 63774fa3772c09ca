import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type Link, QueueBackend } from './backend.js';

export interface RedisBackendOptions {
  redisUrl: string;
  /** Before every key, so that several products can share one Redis. */
  prefix?: string;
}

/** Jobs in Redis 6.2 or newer. */
export class RedisBackend extends QueueBackend {
  readonly kind = 'redis';

  constructor(
    private readonly options: RedisBackendOptions,
    log: Logger,
  ) {
    super(log);
  }

  protected async connect(): Promise<Link> {
    const { Redis } = await import('ioredis');
    let reached = false; // a first connection that fails is told at once, a lost one is sought again for ever
    const retryStrategy = (times: number): number | null =>
      reached ? Math.min(50 * 2 ** times, 2_000) : null;
    const shared = { lazyConnect: true, maxRetriesPerRequest: null, retryStrategy };
    const producer = new Redis(this.options.redisUrl, { ...shared, enableOfflineQueue: false });
    const consumer = new Redis(this.options.redisUrl, shared);
    for (const client of [producer, consumer]) client.on('error', (error: Error) => this.complain(error));
    try {
      for (const client of [producer, consumer]) await reach(client);
      reached = true;
    } catch (error) {
      for (const client of [producer, consumer]) if (client.status !== 'end') client.disconnect();
      const where = new URL(this.options.redisUrl).host;
      throw new Error(
        `Redis at ${where} (REDIS_URL) cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
        { cause: error },
      );
    }
    return {
      producer,
      consumer,
      factory: undefined,
      prefix: this.options.prefix ?? 'bull',
      close: async () => {
        for (const client of [producer, consumer]) client.disconnect();
      },
    };
  }
}

/** Connects within five seconds or says what Redis answered. */
async function reach(client: Redis): Promise<void> {
  let told: Error | undefined;
  const listen = (error: Error): void => void (told = error);
  client.on('error', listen);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(told ?? new Error('no answer within 5 s')), 5_000);
  });
  try {
    await Promise.race([client.connect().then(() => client.ping()), late]);
  } catch (error) {
    throw told ?? error;
  } finally {
    clearTimeout(timer);
    client.off('error', listen);
  }
}
