import type { Database } from '#platform/database';
import type { Bilingual } from '#platform/http';
import { UNHCR_SCALES } from './unhcr-words.js';

/** Steps of an ordinal indicator, lowest first as far as the order is stated. */
export interface OrdinalScale {
  scale: Bilingual[];
  /** Whether a file, a person or a known scale states the order; else nobody may compare two steps. */
  scaleOrdered: boolean;
}

/** The known scale that holds all of these steps; without one the steps as they come, their order not stated. */
export function scaleOf(steps: readonly Bilingual[]): OrdinalScale {
  const known = UNHCR_SCALES.find((scale) => steps.length > 0 && steps.every((step) => holds(scale, step)));
  return known ? { scale: [...known], scaleOrdered: true } : { scale: [...steps], scaleOrdered: false };
}

/**
 * What becomes of the scale that is kept when a file brings one: the fuller of the two that agree, further steps behind while
 * no order is stated. The name of the step that stands against it when they contradict each other.
 */
export function mergedScale(kept: OrdinalScale, brought: OrdinalScale): OrdinalScale | { against: string } {
  const missing = brought.scale.find((step) => !holds(kept.scale, step));
  if (!brought.scaleOrdered) {
    if (!missing) return kept;
    const rest = brought.scale.filter((step) => !holds(kept.scale, step));
    return kept.scaleOrdered ? { against: missing.en } : { ...kept, scale: [...kept.scale, ...rest] };
  }
  const lost = kept.scale.find((step) => !holds(brought.scale, step));
  if (lost && (missing || !kept.scaleOrdered)) return { against: lost.en };
  const [full, part] = lost ? [kept, brought] : [brought, kept];
  const places = part.scale.map((step) => placeOf(full.scale, step.en));
  const turned = part.scale.find((_, i) => i > 0 && (places[i] ?? 0) < (places[i - 1] ?? 0));
  if (turned && part.scaleOrdered) return { against: turned.en };
  return full;
}

/** The number of a step, from 1; 0: it is none. */
export const placeOf = (scale: readonly Bilingual[], step: string): number =>
  scale.findIndex(({ en }) => en === step) + 1;

/** Lets every value of an indicator keep its step when the scale changes. The steps in use that the new scale lacks; then nothing changes. */
export async function moveSteps(
  database: Database,
  indicatorId: string,
  before: readonly Bilingual[],
  after: readonly Bilingual[],
): Promise<string[]> {
  const places = before.map(({ en }) => placeOf(after, en));
  if (places.every((place, i) => place === i + 1)) return [];
  const used = await database.query<{ step: number }>(
    `SELECT DISTINCT o.value::int AS step FROM observations o JOIN indicator_series s ON s.id = o.series_id
      WHERE s.indicator_id = $1 AND o.value IS NOT NULL`,
    [indicatorId],
  );
  const lost = used.flatMap(({ step }) => (places[step - 1] === 0 ? (before[step - 1]?.en ?? []) : []));
  if (lost.length > 0) return lost;
  await database.execute(
    `UPDATE observations o SET value = ($2::int[])[o.value::int], version = o.version + 1, updated_at = now()
       FROM indicator_series s
      WHERE s.id = o.series_id AND s.indicator_id = $1 AND o.value IS NOT NULL AND ($2::int[])[o.value::int] <> o.value`,
    [indicatorId, places],
  );
  return [];
}

export const sameScale = (a: OrdinalScale, b: OrdinalScale): boolean =>
  a.scaleOrdered === b.scaleOrdered &&
  a.scale.length === b.scale.length &&
  a.scale.every(({ en }, i) => en === b.scale[i]?.en);

const holds = (scale: readonly Bilingual[], { en }: Bilingual): boolean => placeOf(scale, en) > 0;
