import type { Logger } from 'pino';
import type { QueueBackend } from './backend.js';
import { PostgresBackend, type PostgresBackendOptions } from './postgres-backend.js';
import { RedisBackend } from './redis-backend.js';

export interface BackendOptions extends PostgresBackendOptions {
  /** Set, the jobs live in Redis instead. */
  redisUrl?: string;
  /** Before every key in Redis. */
  redisPrefix?: string;
}

/** The queue's home as configured: PostgreSQL, or Redis when there is an address for it. Connects on first use. */
export function openBackend(options: BackendOptions, log: Logger): QueueBackend {
  if (options.redisUrl)
    return new RedisBackend({ redisUrl: options.redisUrl, prefix: options.redisPrefix }, log);
  return new PostgresBackend(options, log);
}
