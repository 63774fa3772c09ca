import 'reflect-metadata';
import type { JobDefinition, JobRegistry } from './job.js';

const HANDLES = Symbol('handles');
const GIVES_UP = Symbol('gives up');

/** What a handler learns about its run, beside the payload. */
export interface JobContext {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the time is up or the worker stops; long handlers hand it on or look at it. */
  readonly signal: AbortSignal;
}

export type JobHandler<P extends object = object> = (payload: P, context: JobContext) => unknown;

/** Told with the last error that nobody tries the job again. */
export type GivingUp<P extends object = object> = (payload: P, error: unknown) => Promise<void>;

/** Who does a job, and who is told when it failed for good. */
export interface JobHandlers {
  run: JobHandler;
  giveUp?: GivingUp;
}

/** A method that a decorator marked. */
interface Marked {
  job: string;
  method: string;
}

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
    mark(target, HANDLES, { job: job.name, method });
  };
}

/**
 * Marks the method of a handler's object that is told once nobody tries a job again: its last try threw, took too long or
 * took one worker after the other with it, or a job that it waited for failed for good. A handler cannot see to that itself,
 * since one that hangs never comes to its end. It may be told more than once.
 */
export function GivesUp<P extends object>(...jobs: readonly JobDefinition<P>[]) {
  return <M extends GivingUp<P>>(
    target: object,
    method: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    if (typeof descriptor.value !== 'function')
      throw new Error(`@GivesUp() belongs on a method, not on ${method}.`);
    for (const job of jobs) mark(target, GIVES_UP, { job: job.name, method });
  };
}

function mark(target: object, as: symbol, marked: Marked): void {
  const known = (Reflect.getOwnMetadata(as, target) ?? []) as Marked[];
  Reflect.defineMetadata(as, [...known, marked], target);
}

/** The handlers on these provider instances, by job name. @throws Error that lists every job without exactly one handler */
export function collectHandlers(
  instances: Iterable<unknown>,
  registry: JobRegistry,
): Map<string, JobHandlers> {
  const found = new Map<string, (JobHandlers & { where: string })[]>();
  for (const instance of new Set(instances)) {
    if (typeof instance !== 'object' || instance === null) continue;
    const givesUp = new Map(marked(instance, GIVES_UP).map(({ job, method }) => [job, method]));
    for (const { job, method } of marked(instance, HANDLES)) {
      const run = (instance as Record<string, JobHandler>)[method];
      const giveUp: GivingUp | undefined = (instance as Record<string, GivingUp>)[givesUp.get(job) ?? ''];
      if (typeof run !== 'function') continue;
      const where = `${instance.constructor.name}.${method}`;
      found.set(job, [
        ...(found.get(job) ?? []),
        { where, run: run.bind(instance), giveUp: giveUp?.bind(instance) },
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
  return new Map([...found].map(([name, [handler]]) => [name, handler as JobHandlers]));
}

function marked(instance: object, as: symbol): Marked[] {
  const all: Marked[] = [];
  for (
    let prototype = Object.getPrototypeOf(instance) as object | null;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  )
    all.push(...((Reflect.getOwnMetadata(as, prototype) ?? []) as Marked[]));
  return all;
}
