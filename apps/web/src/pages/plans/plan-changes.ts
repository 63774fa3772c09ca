import type { components } from '../../api/schema.js';

type Commitment = components['schemas']['CommitmentDto'];

/** Everything that plan versions can say differently of a commitment. */
export const COMPARED = [
  'areaKey',
  'titleEn',
  'titleEs',
  'summaryEn',
  'summaryEs',
  'actionMode',
  'targetGroups',
  'startsOn',
  'dueOn',
  'continuous',
  'priority',
  'weight',
  'institutions',
  'milestones',
] as const;

export type Compared = (typeof COMPARED)[number];

/** How a plan version differs from another one, by the commitments' codes. */
export interface PlanChanges {
  added: Commitment[];
  removed: Commitment[];
  changed: { before: Commitment; now: Commitment; fields: Compared[] }[];
  /** What goes to another place among those that both versions have: the fewest that explain the order. */
  moved: { before: Commitment; now: Commitment }[];
}

export function changesBetween(before: readonly Commitment[], now: readonly Commitment[]): PlanChanges {
  const earlier = new Map(before.map((each) => [each.commitmentId, each]));
  const later = new Set(now.map(({ commitmentId }) => commitmentId));
  const both = now.flatMap((each) => {
    const same = earlier.get(each.commitmentId);
    return same ? [{ before: same, now: each }] : [];
  });
  const kept = longestRise(both.map((pair) => pair.before.number));
  return {
    added: now.filter(({ commitmentId }) => !earlier.has(commitmentId)),
    removed: before.filter(({ commitmentId }) => !later.has(commitmentId)),
    changed: both.flatMap((pair) => {
      const fields = COMPARED.filter((name) => said(pair.before, name) !== said(pair.now, name));
      return fields.length > 0 ? [{ ...pair, fields }] : [];
    }),
    moved: both.filter((_, place) => !kept.has(place)),
  };
}

/** How many changes there are, of any kind. */
export const countOf = ({ added, removed, changed, moved }: PlanChanges): number =>
  added.length + removed.length + changed.length + moved.length;

/** The commitments with one of them at another place, counted from 1, and numbered anew. */
export function moved(commitments: readonly Commitment[], versionId: string, to: number): Commitment[] {
  const one = commitments.find((each) => each.versionId === versionId);
  if (!one) return [...commitments];
  const others = commitments.filter((each) => each !== one);
  const place = Math.min(Math.max(to, 1), commitments.length) - 1;
  return others.toSpliced(place, 0, one).map((each, at) => ({ ...each, number: at + 1 }));
}

/** What a version says in a field, so that the same reads the same whatever ids its rows have. */
function said(of: Commitment, name: Compared): string {
  if (name === 'institutions')
    return JSON.stringify(
      (of.institutions ?? []).map(({ key, role, basis, basisNoteEn, basisNoteEs }) =>
        [key, role, basis, basisNoteEn, basisNoteEs].map((part) => part ?? ''),
      ),
    );
  if (name === 'milestones')
    return JSON.stringify(
      (of.milestones ?? []).map(({ titleEn, titleEs, weight, dueOn }) => [
        titleEn,
        titleEs,
        weight ?? 1,
        dueOn ?? '',
      ]),
    );
  return JSON.stringify(of[name] ?? '');
}

/** Places of a longest part of the numbers that rises. */
function longestRise(numbers: readonly number[]): Set<number> {
  const length: number[] = [];
  const from: number[] = [];
  numbers.forEach((number, at) => {
    length[at] = 1;
    from[at] = -1;
    for (let before = 0; before < at; before += 1)
      if ((numbers[before] ?? 0) < number && (length[before] ?? 0) >= (length[at] ?? 0)) {
        length[at] = (length[before] ?? 0) + 1;
        from[at] = before;
      }
  });
  const places = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = from[at] ?? -1) places.add(at);
  return places;
}
