/** What a job is, apart from its work. */
export interface JobOptions {
  /** Unique in the product, `room.verb`: 'rollup.state'. It is stored with every waiting job, so renaming needs care. */
  name: string;
  /** Jobs of one queue share one worker and its concurrency. */
  queue: string;
  /** How often it is tried before it counts as failed; 5 unless said. */
  attempts?: number;
  /** Wait before the second try; doubles with every further one. 1,000 ms unless said. */
  backoffMs?: number;
  /** How long one try may take; five minutes unless said. */
  timeoutMs?: number;
}

/** A job that can be added with a payload `P`. Payloads hold ids; handlers read the rest themselves. */
export interface JobDefinition<P extends object = object> extends Required<JobOptions> {
  /** Only there for the compiler: ties the payload's type to the definition. */
  readonly payloadOf?: (payload: P) => void;
}

/** Every job that the loaded code defines. A worker refuses to start unless each has exactly one handler. */
export class JobRegistry {
  private readonly jobs = new Map<string, JobDefinition>();

  /** @throws Error when the name is taken or cannot be stored */
  register(job: JobDefinition): void {
    if (!/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/.test(job.name))
      throw new Error(`A job is named like 'rollup.state', not '${job.name}'.`);
    if (!/^[a-z][a-z0-9_-]*$/.test(job.queue))
      throw new Error(`A queue is named like 'rollups', not '${job.queue}'.`);
    if (this.jobs.has(job.name)) throw new Error(`Two jobs are named '${job.name}'.`);
    this.jobs.set(job.name, job);
  }

  all(): JobDefinition[] {
    return [...this.jobs.values()];
  }

  /** The names of all queues, sorted. */
  queues(): string[] {
    return [...new Set(this.all().map((job) => job.queue))].sort();
  }

  /** @throws Error for a name that nobody defined, so that a renamed job never seems to have succeeded */
  get(name: string): JobDefinition {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`No job is named '${name}'. Was it renamed while some were still waiting?`);
    return job;
  }
}

/** The registry that `defineJob` fills. */
export const jobRegistry = new JobRegistry();

/**
 * Declares a job. Its handler is the one method marked `@Handles(job)`.
 * @example export const recomputeState = defineJob<{ cycleId: string; stateCode: string }>({ name: 'rollup.state', queue: 'rollups' });
 */
export function defineJob<P extends object>(
  options: JobOptions,
  registry: JobRegistry = jobRegistry,
): JobDefinition<P> {
  const job: Required<JobOptions> = { attempts: 5, backoffMs: 1_000, timeoutMs: 300_000, ...options };
  registry.register(job);
  return Object.freeze(job);
}
