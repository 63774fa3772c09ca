import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** One thing that changed, as the stream names it. */
export interface Change {
  topic: string;
  /** Which one: key of a cycle, id of a report. */
  key?: string;
}

/** The answers that show each topic. Forms are not among them: nothing changes under somebody's hands. */
const SHOWN_IN: Record<string, (key: string | undefined) => QueryKey[]> = {
  notifications: () => [['notifications'], ['due']],
  cycle: (key) => [['cycles'], key === undefined ? ['cycle'] : ['cycle', key], ['late'], ['due']],
  submission: (key) => [key === undefined ? ['cycle'] : ['cycle', key], ['late']],
  rollups: () => [['matrix'], ['progress'], ['late']],
  report: () => [['reports']],
  edition: () => [['editions']],
};

const EVERYTHING = Object.keys(SHOWN_IN).map((topic): Change => ({ topic }));

/** Reads anew what is shown of the changes; what is not shown now, when it is looked at next. */
export function readAnew(client: QueryClient, changes: readonly Change[]): void {
  const keys = changes.flatMap(({ topic, key }) => SHOWN_IN[topic]?.(key) ?? []);
  for (const text of new Set(keys.map((key) => JSON.stringify(key))))
    void client.invalidateQueries({ queryKey: JSON.parse(text) as QueryKey });
}

/**
 * Reads anew everything that the stream tells of.
 * @param before only what was read before that instant, in milliseconds
 */
export function readAllAnew(client: QueryClient, before = Infinity): void {
  for (const queryKey of EVERYTHING.flatMap(({ topic }) => SHOWN_IN[topic]?.(undefined) ?? []))
    void client.invalidateQueries({ queryKey, predicate: ({ state }) => state.dataUpdatedAt < before });
}
