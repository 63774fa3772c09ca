import type { JobsOptions } from 'bullmq';
import type { JobDefinition } from './job.js';

/**
 * Finished jobs stay ten minutes, so that a job handed in twice is recognised, and go when a later one finishes.
 * By age only: PostgreSQL finds old ones by index, while a count would look through the kept ones at each completion.
 */
const DONE_KEPT = { age: 600 };

/** What failed for good stays a month to be seen and retried. */
const FAILED_KEPT = { age: 30 * 24 * 3_600, count: 10_000 };

/** What a job's definition says to BullMQ. */
export function standing(job: JobDefinition): JobsOptions {
  return {
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    removeOnComplete: DONE_KEPT,
    removeOnFail: FAILED_KEPT,
    stackTraceLimit: 5,
  };
}
