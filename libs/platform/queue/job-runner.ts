import { setTimeout as after } from 'node:timers/promises';
import { UnrecoverableError, WaitingError } from 'bullmq';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { PermanentFailure, TookTooLong } from './failures.js';
import type { JobContext, JobHandlers } from './handles.js';
import type { JobDefinition, JobRegistry } from './job.js';
import { storable, storableText } from './storable.js';

export interface FinishedRun {
  job: string;
  queue: string;
  outcome: 'done' | 'failed_once' | 'failed_for_good' | 'handed_back';
  milliseconds: number;
}

export interface RunnerOptions {
  /** Wraps each run, for instance to say who acts. */
  around?: <T>(job: JobDefinition, work: () => Promise<T>) => Promise<T>;
  /** Told after each run, for metrics. */
  finished?: (run: FinishedRun) => void;
}

/** How long a failed job waits for those who are told of it. */
const LONGEST_TELLING_MS = 10_000;

const STOPPING = new Error('the worker stops');

/** Runs one handler for one job as BullMQ hands it over. */
export class JobRunner {
  private readonly running = new Set<AbortController>();

  constructor(
    private readonly handlers: ReadonlyMap<string, JobHandlers>,
    private readonly registry: JobRegistry,
    private readonly log: Logger,
    private readonly options: RunnerOptions = {},
  ) {}

  /** Tells every handler that the worker stops; their jobs go back to the queue with their attempts untouched. */
  handBack(): void {
    for (const run of this.running) run.abort(STOPPING);
  }

  run = async (job: Job<unknown, unknown, string>, token?: string): Promise<unknown> => {
    const started = performance.now();
    const run = new AbortController();
    this.running.add(run);
    let outcome: FinishedRun['outcome'] = 'done';
    try {
      return storable(await this.handle(job, run), `the result of ${job.name}`);
    } catch (error) {
      if (error === STOPPING) {
        outcome = 'handed_back';
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const last = error instanceof PermanentFailure || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      outcome = last ? 'failed_for_good' : 'failed_once';
      this.log[last ? 'error' : 'warn'](
        { err: error, job: job.name, jobId: job.id, attempt: job.attemptsMade + 1 },
        'a job failed',
      );
      if (last) await this.giveUp(job, error);
      throw presentable(error);
    } finally {
      this.running.delete(run);
      this.options.finished?.({
        job: job.name,
        queue: job.queueName,
        outcome,
        milliseconds: performance.now() - started,
      });
    }
  };

  /** Tells whom it concerns that nobody tries a job again. What goes wrong with that is logged: the job failed either way. */
  async giveUp(job: Job<unknown, unknown, string>, error: unknown): Promise<void> {
    try {
      const work = async () => this.handlers.get(job.name)?.giveUp?.(job.data as object, error);
      const told = this.options.around ? this.options.around(this.registry.get(job.name), work) : work();
      const late = after(LONGEST_TELLING_MS, undefined, { ref: false }).then(() => {
        throw new TookTooLong(LONGEST_TELLING_MS);
      });
      await Promise.race([told, late]);
    } catch (problem) {
      this.log.error({ err: problem, job: job.name, jobId: job.id }, 'nobody could be told of a failed job');
    }
  }

  private async handle(job: Job<unknown, unknown, string>, run: AbortController): Promise<unknown> {
    const definition = this.registry.get(job.name);
    const handler = this.handlers.get(job.name);
    if (!handler) throw new Error(`This worker has no handler for '${job.name}'.`);
    const timer = setTimeout(() => run.abort(new TookTooLong(definition.timeoutMs)), definition.timeoutMs);
    const aborted = new Promise<never>((_, reject) => {
      run.signal.addEventListener('abort', () => reject(run.signal.reason as Error), { once: true });
    });
    aborted.catch(() => undefined); // only the race below looks at it
    const work = async (): Promise<unknown> => handler.run(job.data as object, contextOf(job, run.signal));
    try {
      return await Promise.race([
        this.options.around ? this.options.around(definition, work) : work(),
        aborted,
      ]);
    } finally {
      clearTimeout(timer);
    }
  }
}

const contextOf = (job: Job<unknown, unknown, string>, signal: AbortSignal): JobContext => ({
  jobId: String(job.id),
  attempt: job.attemptsMade + 1,
  signal,
});

/** An error as the queue can keep it. */
function presentable(error: unknown): Error {
  const message = storableText(error instanceof Error ? error.message : String(error));
  const kept = error instanceof PermanentFailure ? new UnrecoverableError(message) : new Error(message);
  if (error instanceof Error && error.stack) kept.stack = storableText(error.stack);
  return kept;
}
