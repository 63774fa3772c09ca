import { createHash } from 'node:crypto';
import type { Job, JobsOptions } from 'bullmq';
import { v7 } from 'uuid';
import type { QueueBackend } from './backend.js';
import { type FailedJob, failedJob, type FlowTree, flowNode, type QueueCounts } from './flow.js';
import { type JobDefinition, type JobRegistry, jobRegistry } from './job.js';
import { type Schedule, syncSchedules } from './schedules.js';
import { standing } from './standing.js';
import { storable } from './storable.js';

export interface AddOptions {
  /**
   * Equal jobs of one key fold into one: while one waits, a second adds nothing; while one runs, whatever arrives leads
   * to exactly one more run afterwards. So each run starts after everything that was told before it, and none is lost.
   * Jobs of one key with different payloads are different work and each of them runs: keep folding payloads to the ids
   * that the key is made of.
   */
  dedupeKey?: string;
  /** Wait before it starts. With a dedupeKey, counted from the first of those that fold, so that steady news cannot put it off for ever. */
  delayMs?: number;
  /** A job with this id that is still known (waiting, running, or finished not long ago) is not added again. Not together with dedupeKey. */
  jobId?: string;
}

export interface NewJob<P extends object = object> extends AddOptions {
  job: JobDefinition<P>;
  payload: P;
}

/** Ties a payload to its job's type, for lists of different jobs. */
export const newJob = <P extends object>(
  job: JobDefinition<P>,
  payload: P,
  options: AddOptions = {},
): NewJob => ({ ...options, job, payload }) as unknown as NewJob;

/** Where work is handed in. Everything here talks to the queue at once, so call it after commit: news goes through the outbox. */
export class Queues {
  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry = jobRegistry,
  ) {}

  /** @throws NotStorableError for a payload with NUL or broken surrogates; Error when the queue cannot be reached */
  async add<P extends object>(job: JobDefinition<P>, payload: P, options: AddOptions = {}): Promise<void> {
    await this.addMany([newJob(job, payload, options)]);
  }

  /** Adds many at once. Of those that fold into one another only one is sent. */
  async addMany(jobs: readonly NewJob[]): Promise<void> {
    const queues = new Map<string, Map<string, Prepared>>();
    for (const each of jobs) {
      const prepared = prepare(each);
      const inQueue = queues.get(each.job.queue) ?? new Map<string, Prepared>();
      queues.set(
        each.job.queue,
        inQueue.set(prepared.opts.deduplication?.id ?? prepared.opts.jobId ?? `#${inQueue.size}`, prepared),
      );
    }
    for (const [name, prepared] of queues) {
      const queue = await this.backend.queue(name);
      const list = [...prepared.values()];
      if (list.length >= BULK_FROM || list.some(({ opts }) => opts.deduplication)) await queue.addBulk(list);
      else for (const { name: jobName, data, opts } of list) await queue.add(jobName, data, opts);
    }
  }

  /** Adds a parent that runs after all its children, all at once. @returns the parent's id */
  async flow(tree: FlowTree): Promise<string> {
    const flows = await this.backend.flows();
    const { job } = await flows.add(flowNode(tree));
    return String(job.id);
  }

  /** Makes the schedules be exactly these: adds, changes and removes. Several processes may do it at once. */
  async schedule(schedules: readonly Schedule[]): Promise<void> {
    await syncSchedules(this.backend, this.registry.queues(), schedules);
  }

  /** How many jobs each queue holds, by state. */
  async counts(): Promise<QueueCounts[]> {
    const counted: QueueCounts[] = [];
    for (const name of this.registry.queues()) {
      const queue = await this.backend.queue(name);
      const found = await queue.getJobCounts(
        'waiting',
        'active',
        'delayed',
        'failed',
        'completed',
        'waiting-children',
      );
      const at = (state: string): number => found[state] ?? 0;
      counted.push({
        queue: name,
        waiting: at('waiting'),
        active: at('active'),
        delayed: at('delayed'),
        waitingForChildren: at('waiting-children'),
        failed: at('failed'),
        completed: at('completed'),
      });
    }
    return counted;
  }

  /** The jobs that used up their attempts, newest first, at most `limit` a queue. */
  async failed(limit = 100): Promise<FailedJob[]> {
    const found: FailedJob[] = [];
    for (const name of this.registry.queues()) {
      const queue = await this.backend.queue(name);
      found.push(...(await queue.getFailed(0, limit - 1)).map((job) => failedJob(name, job)));
    }
    return found.sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
  }

  /** Starts a failed job over with all its attempts. @returns false when there is none with this id */
  async retry(queueName: string, id: string): Promise<boolean> {
    if (!this.registry.queues().includes(queueName)) return false;
    const queue = await this.backend.queue(queueName);
    const job = await queue.getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await startOver(job);
    return true;
  }

  /** Starts every failed job over. @returns how many */
  async retryAll(): Promise<number> {
    let retried = 0;
    for (const name of this.registry.queues()) {
      const queue = await this.backend.queue(name);
      // By what stands there now: what fails again meanwhile must not be retried for ever.
      for (const job of await queue.getFailed()) {
        await startOver(job);
        retried += 1;
      }
    }
    return retried;
  }
}

const startOver = (job: Job<unknown, unknown, string>): Promise<void> =>
  job.retry('failed', { resetAttemptsMade: true });

/** For jobs that do not fold, BullMQ's bulk path on PostgreSQL makes two temporary tables, which takes as long as a dozen jobs. */
const BULK_FROM = 12;

interface Prepared {
  name: string;
  data: unknown;
  opts: JobsOptions;
}

function prepare({ job, payload, dedupeKey, delayMs, jobId }: NewJob): Prepared {
  const data = storable(payload, `the payload of ${job.name}`);
  const opts: JobsOptions = { ...standing(job), delay: delayMs };
  if (dedupeKey === undefined) return { name: job.name, data, opts: { ...opts, jobId } };
  if (jobId !== undefined) throw new Error(`${job.name}: a job has a dedupeKey or a jobId, not both.`);
  // Without the payload in the key, a job that waits would swallow a later one that says something else. The id is a new
  // one each time: a repeated id would be taken for a finished namesake when its turn comes after the active one.
  const id = `${job.name}/${dedupeKey}/${createHash('sha1').update(JSON.stringify(data)).digest('base64url')}`;
  return {
    name: job.name,
    data,
    opts: { ...opts, jobId: v7(), deduplication: { id, keepLastIfActive: true } },
  };
}
