import type { Database } from '#platform/database';
import { type Bilingual, notFound } from '#platform/http';
import type { CycleKind } from './cycle.vocabulary.js';

export const CYCLE: Bilingual = { en: 'reporting cycle', es: 'el ciclo de informe' };

/** The address name of a cycle: `2024-annual`, `2024-mid-year`. */
export const cycleKey = (year: number, kind: CycleKind): string => `${year}-${kind.replace('_', '-')}`;

/** The columns of a CycleDto. */
export const CYCLE_COLUMNS = `id, key, year, kind, state, facts_from::text AS "factsFrom", facts_to::text AS "factsTo", opens_on::text AS "opensOn",
  due_on::text AS "dueOn", review_by_on::text AS "reviewByOn", cutoff_on::text AS "cutoffOn", reminder_offsets AS "reminderOffsets",
  reminder_hour AS "reminderHour", opened_at AS "openedAt", review_started_at AS "reviewStartedAt", endorsed_at AS "endorsedAt",
  published_at AS "publishedAt", version`;

/** @throws DomainError not_found when no cycle has this key */
export async function assertCycle(database: Database, key: string): Promise<void> {
  if (!(await database.one('SELECT FROM cycles WHERE key = $1', [key]))) throw notFound(CYCLE);
}
