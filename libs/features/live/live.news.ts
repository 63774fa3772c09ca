import type { Permission, Visibility } from '#features/identity';
import type { Database } from '#platform/database';

/** What open pages are told of: that it changed, never what it says. */
export const LIVE_TOPICS = ['notifications', 'cycle', 'submission', 'rollups', 'report', 'edition'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** Who is told: named people, or who may read such things in the State (without one: everywhere) from that state on. */
export type Audience = { people: readonly string[] } | { may: Permission; from: Visibility; state?: string };

/** Something changed that open pages may show. */
export interface LiveNews {
  topic: LiveTopic;
  /** Which one: key of a cycle, id of a report; nothing when it is one's own or all of them. */
  key?: string;
  for: Audience;
}

/** The channel of PostgreSQL that carries the news from one process to the others. */
export const LIVE_CHANNEL = 'live';

/** So many people fit into what PostgreSQL takes at once. */
const PEOPLE_AT_ONCE = 150;

/** Tells open pages, once the current transaction has committed. May be lost: pages read anew now and then by themselves. */
export function tellLive(database: Database, news: LiveNews): void {
  if (!('people' in news.for)) return database.notify(LIVE_CHANNEL, JSON.stringify(news));
  const people = [...news.for.people];
  while (people.length > 0) {
    const some = { ...news, for: { people: people.splice(0, PEOPLE_AT_ONCE) } };
    database.notify(LIVE_CHANNEL, JSON.stringify(some));
  }
}
