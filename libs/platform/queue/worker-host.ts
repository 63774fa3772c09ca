import type { Logger } from 'pino';
import type { BullWorker, QueueBackend } from './backend.js';
import { collectHandlers } from './handles.js';
import type { JobRegistry } from './job.js';
import type { RunnerOptions } from './job-runner.js';
import type { Queues } from './queues.js';
import type { Schedule } from './schedules.js';

export interface WorkerOptions extends RunnerOptions {
  /** Jobs at once, by queue; 4 unless said. */
  concurrency?: Readonly<Record<string, number>>;
  /** All schedules of the product; others that the queue still knows are removed. */
  schedules?: readonly Schedule[];
  /** How long running jobs may take to end when the worker stops; then they go back to the queue. 6,000 ms unless said. */
  graceMs?: number;
  /** How long a silent worker keeps its jobs before another takes them. 20,000 ms unless said. */
  lockMs?: number;
  /** How often workers look for such jobs. 5,000 ms unless said. */
  stalledCheckMs?: number;
}

/** Runs the jobs: one BullMQ worker a queue. */
export class WorkerHost {
  private workers: BullWorker[] = [];
  private handBack: () => void = () => undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly backend: QueueBackend,
    private readonly queues: Queues,
    private readonly registry: JobRegistry,
    private readonly log: Logger,
    private readonly options: WorkerOptions = {},
  ) {}

  /** @throws Error unless every defined job has exactly one handler among the instances, or when the queue is out of reach */
  async start(instances: Iterable<unknown>): Promise<void> {
    const handlers = collectHandlers(instances, this.registry);
    const { JobRunner } = await import('./job-runner.js');
    const runner = new JobRunner(handlers, this.registry, this.log, this.options);
    this.handBack = () => runner.handBack();
    await this.backend.open();
    if (this.options.schedules) await this.queues.schedule(this.options.schedules);
    for (const queue of this.registry.queues()) {
      const worker = await this.backend.worker(queue, runner.run, {
        concurrency: this.options.concurrency?.[queue] ?? 4,
        lockDuration: this.options.lockMs ?? 20_000,
        stalledInterval: this.options.stalledCheckMs ?? 5_000,
        maxStalledCount: 10, // a worker that is killed is not the job's fault; ten times is
        runRetryDelay: 1_000,
      });
      // Of what the queue fails by itself, without a try: for the sake of a child, or of the workers that fell silent over it.
      worker.on('failed', (job, error) => {
        if (job?.deferredFailure) void runner.giveUp(job, error);
      });
      worker.on('stalled', (jobId) =>
        this.log.warn({ queue, jobId }, 'a job was taken over from a worker that fell silent'),
      );
      this.workers.push(worker);
    }
    this.log.info({ queues: this.registry.queues(), backend: this.backend.kind }, 'the worker takes jobs');
  }

  /** Takes no more jobs, lets running ones end, hands the rest back. Done within the grace time and two seconds. */
  stop(): Promise<void> {
    this.stopped ??= this.close();
    return this.stopped;
  }

  private async close(): Promise<void> {
    const grace = this.options.graceMs ?? 6_000;
    const closing = Promise.allSettled(this.workers.map((worker) => worker.close()));
    const timers: NodeJS.Timeout[] = [];
    const late = new Promise<void>((resolve) => {
      timers.push(
        setTimeout(() => this.handBack(), grace),
        setTimeout(resolve, grace + 2_000),
      );
    });
    await Promise.race([closing, late]);
    for (const timer of timers) clearTimeout(timer);
    this.workers = [];
  }
}
