import 'reflect-metadata';
import type { JobDefinition, JobRegistry } from './job.js';

const HANDLES = Symbol('handles');

/** What a handler learns about its run, beside the payload. */
export interface JobContext {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
  /** Aborted when the time is up or the worker stops; long handlers hand it on or look at it. */
  readonly signal: AbortSignal;
  /** 0 to 100; seen in the queue's own pages, not a place to keep results. */
  progress: (percent: number) => Promise<void>;
  /** What the children of a flow returned, in no order. Empty without children. */
  childrenValues: <T>() => Promise<T[]>;
}

export type JobHandler<P extends object = object> = (payload: P, context: JobContext) => unknown;

/**
 * Marks the one method that does a job. It may run more than once for one job (a killed worker, a lost connection):
 * it reads the state itself and is idempotent. Throwing means "try again later".
 */
export function Handles<P extends object>(job: JobDefinition<P>) {
  return <M extends (payload: P, context: JobContext) => Promise<unknown>>(
    target: object,
    method: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    if (typeof descriptor.value !== 'function')
      throw new Error(`@Handles('${job.name}') belongs on a method, not on ${method}.`);
    const known = (Reflect.getOwnMetadata(HANDLES, target) ?? []) as { job: string; method: string }[];
    Reflect.defineMetadata(HANDLES, [...known, { job: job.name, method }], target);
  };
}

/** The handlers on these provider instances, by job name. @throws Error that lists every job without exactly one handler */
export function collectHandlers(
  instances: Iterable<unknown>,
  registry: JobRegistry,
): Map<string, JobHandler> {
  const found = new Map<string, { where: string; run: JobHandler }[]>();
  for (const instance of new Set(instances)) {
    if (typeof instance !== 'object' || instance === null) continue;
    for (const { job, method } of handledBy(instance)) {
      const run = (instance as Record<string, JobHandler>)[method];
      if (typeof run !== 'function') continue;
      found.set(job, [
        ...(found.get(job) ?? []),
        { where: `${instance.constructor.name}.${method}`, run: run.bind(instance) },
      ]);
    }
  }
  const problems = registry.all().flatMap(({ name }) => {
    const handlers = found.get(name) ?? [];
    if (handlers.length === 0) return [`'${name}' has no handler`];
    return handlers.length > 1
      ? [`'${name}' has ${handlers.length} handlers (${handlers.map(({ where }) => where).join(', ')})`]
      : [];
  });
  const known = new Set(registry.all().map(({ name }) => name));
  for (const name of found.keys())
    if (!known.has(name)) problems.push(`'${name}' is handled but not registered`);
  if (problems.length > 0)
    throw new Error(`Every job needs exactly one handler: ${problems.sort().join('; ')}.`);
  return new Map([...found].map(([name, [handler]]) => [name, handler?.run as JobHandler]));
}

function handledBy(instance: object): { job: string; method: string }[] {
  const all: { job: string; method: string }[] = [];
  for (
    let prototype = Object.getPrototypeOf(instance) as object | null;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  )
    all.push(...((Reflect.getOwnMetadata(HANDLES, prototype) ?? []) as { job: string; method: string }[]));
  return all;
}
