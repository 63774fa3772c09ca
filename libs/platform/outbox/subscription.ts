import { type JobDefinition } from '#platform/queue';

declare const news: unique symbol;

/** The name of a kind of news, with the type of what it tells. */
export type Topic<E extends object = object> = string & { readonly [news]?: (event: E) => void };

/** @example export const updateApproved = topic<{ cycleId: string; stateCode: string }>('progress.approved'); */
export const topic = <E extends object>(name: string): Topic<E> => name;

/** When and where the news was published. */
export interface EventMeta {
  id: string;
  topic: string;
  at: Date;
}

export interface SubscribeOptions<E extends object> {
  /** News with one key fold into one job (see AddOptions.dedupeKey of the queue). */
  dedupeKey?: (event: E) => string;
  /** How long the job waits for more news of its key, counted from the first. */
  debounceMs?: number;
}

/** One kind of news leading to one job. */
export interface Subscription {
  topic: string;
  job: JobDefinition;
  /** The payload, or undefined when this news is of no interest. */
  map: (event: object, meta: EventMeta) => object | undefined;
  dedupeKey?: (event: object) => string;
  debounceMs?: number;
}

/**
 * "When this happens, do that job." Several subscriptions may name one topic.
 * @example subscribe(updateApproved, recomputeState, ({ cycleId, stateCode }) => ({ cycleId, stateCode }),
 *   { dedupeKey: ({ cycleId, stateCode }) => `${cycleId}/${stateCode}`, debounceMs: 500 })
 */
export function subscribe<E extends object, P extends object>(
  to: Topic<E>,
  job: JobDefinition<P>,
  map: (event: E, meta: EventMeta) => P | undefined,
  options: SubscribeOptions<E> = {},
): Subscription {
  if (options.debounceMs !== undefined && !options.dedupeKey)
    throw new Error(`${to} -> ${job.name}: debounceMs needs a dedupeKey.`);
  return { topic: to, job, map, ...options } as unknown as Subscription;
}
