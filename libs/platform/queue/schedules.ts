import { isDeepStrictEqual } from 'node:util';
import type { BullQueue, QueueBackend } from './backend.js';
import type { JobDefinition } from './job.js';
import { standing } from './standing.js';
import { storable } from './storable.js';

/** A job added again and again by the calendar. */
export interface Schedule {
  /** Names it for good: the same key later changes this schedule. */
  key: string;
  job: JobDefinition;
  payload: object;
  /** Five fields, `minute hour day month weekday`, in `tz`. */
  cron: string;
  /** IANA name, `America/Guatemala`. */
  tz: string;
}

/** Ties a payload to its job's type within a list of schedules. */
export const schedule = <P extends object>(
  job: JobDefinition<P>,
  payload: P,
  when: { key: string; cron: string; tz: string },
): Schedule => ({
  ...when,
  job: job as unknown as JobDefinition,
  payload,
});

/** Makes the schedules of these queues be exactly the ones given. */
export async function syncSchedules(
  backend: QueueBackend,
  queues: readonly string[],
  schedules: readonly Schedule[],
): Promise<void> {
  const names = new Set([...queues, ...schedules.map(({ job }) => job.queue)]);
  for (const name of names) {
    const queue = await backend.queue(name);
    const wanted = schedules.filter(({ job }) => job.queue === name);
    for (const each of wanted) await put(queue, each);
    for (const { key } of await queue.getJobSchedulers(0, -1))
      if (!wanted.some((each) => each.key === key)) await queue.removeJobScheduler(key);
  }
}

/**
 * Leaves a schedule alone that is as it should be: putting it again would replace a turn that came due while no
 * worker ran by one in the future.
 */
async function put(queue: BullQueue, { key, job, payload, cron, tz }: Schedule): Promise<void> {
  const data = storable(payload, `the payload of schedule ${key}`);
  const known = await queue.getJobScheduler(key);
  const same =
    known?.name === job.name &&
    known.pattern === cron &&
    known.tz === tz &&
    isDeepStrictEqual(known.template?.data ?? {}, data);
  const turn =
    same && known.next !== undefined ? await queue.getJob(`repeat:${key}:${known.next}`) : undefined;
  if (turn && !(await turn.isCompleted()) && !(await turn.isFailed())) return;
  await queue.upsertJobScheduler(key, { pattern: cron, tz }, { name: job.name, data, opts: standing(job) });
}
