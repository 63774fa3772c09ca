import { byPlace, type Cell, type Export, placeOf, type Row } from './exported.js';
import { decimal, fourPlaces, ONE, plus, type Quotient, times } from './quotient.js';

/**
 * A second opinion on the rollups, written from the description of the product and sharing no code with it: it reads the
 * CSV files of `mirps export` and counts.
 */
interface Standing {
  state: string;
  area: string;
  sharedArea: string;
  /** The update that counts in the cycle. */
  update: Row | undefined;
  carriedForward: boolean;
  explained: boolean;
  /** Normalised within the plan; undefined when the plan sets no weights. */
  weight: Quotient | undefined;
}

const STAGES = ['not_started', 'planning', 'in_progress', 'fulfilled', 'discontinued'];
const OUTLOOKS = ['on_track', 'at_risk', 'off_track', 'not_assessed'];

/** Every number of a cycle, counted anew. `back`: whether changes since earlier cycles are worked out too. */
export function recompute(data: Export, key: string, back = true): Cell[] {
  const standings = standingsOf(data, data.cycle(key));
  const groups = new Map<string, { regional: boolean; members: Standing[] }>([
    [placeOf('region', '', ''), { regional: true, members: standings }],
  ]);
  for (const standing of standings) {
    const places: [string, boolean][] = [
      [placeOf('state_area', standing.state, standing.area), false],
      [placeOf('state', standing.state, ''), false],
      [placeOf('area', '', standing.sharedArea), true],
    ];
    for (const [place, regional] of places) {
      const group = groups.get(place) ?? { regional, members: [] };
      groups.set(place, group);
      group.members.push(standing);
    }
  }
  const cells = [...groups].map(([place, { regional, members }]) => cellOf(place, members, regional));
  if (back) compareWithEarlier(data, key, cells);
  return cells.sort(byPlace);
}

/** Where each commitment of the plans in force stands in a cycle. */
function standingsOf(data: Export, cycle: Row): Standing[] {
  const areas = new Map(data.rows('areas').map((area) => [area.key, area]));
  const updates = Map.groupBy(
    data
      .rows('updates')
      .filter((update) => update.review_state === 'approved' || update.review_state === 'published'),
    (update) => update.commitment_id,
  );
  const explained = new Set(
    data
      .rows('commitment_explanations')
      .filter((row) => row.cycle_id === cycle.id && row.kind !== 'reopened')
      .map((row) => row.commitment_id),
  );
  return plansInForce(data, cycle).flatMap((plan) => {
    const versions = data.rows('commitment_versions').filter((version) => version.plan_id === plan.id);
    const weights = weightsOf(versions);
    return versions.map((version) => {
      const own = updates.get(version.commitment_id) ?? [];
      const update = own
        .filter((each) => each.cycle_id === cycle.id)
        .sort((a, b) => Number(b.revision) - Number(a.revision))
        .at(0);
      const areaKey = update?.area_key ?? version.area_key ?? '';
      const area = areas.get(areaKey);
      return {
        state: plan.state_code ?? '',
        area: areaKey,
        sharedArea: area?.shared === 't' ? areaKey : area?.maps_to || areaKey,
        update,
        carriedForward: !update && own.some((each) => (each.period_end ?? '') < (cycle.facts_to ?? '')),
        explained: explained.has(version.commitment_id),
        weight: weights?.get(version.id),
      };
    });
  });
}

/** The newest plan of each State that was adopted by the cut-off day. */
function plansInForce(data: Export, cycle: Row): Row[] {
  const candidates = data
    .rows('plans')
    .filter(
      (plan) =>
        plan.status !== 'draft' &&
        (plan.adopted_on === '' || (plan.adopted_on ?? '') <= (cycle.cutoff_on ?? '')),
    )
    .sort((a, b) => Number(b.version_number) - Number(a.version_number));
  return [...new Map(candidates.reverse().map((plan) => [plan.state_code, plan])).values()];
}

/** A plan's weights so that they average 1; a commitment without one among weighted ones weighs 1. */
function weightsOf(versions: readonly Row[]): Map<string | undefined, Quotient> | undefined {
  const stated = versions.filter((version) => version.weight !== '');
  if (stated.length === 0) return undefined;
  const sum = stated.map((version) => decimal(version.weight ?? '')).reduce(plus);
  return new Map(
    versions.map((version) => [
      version.id,
      version.weight === ''
        ? ONE
        : times(decimal(version.weight ?? ''), [BigInt(stated.length) * sum[1], sum[0]]),
    ]),
  );
}

function cellOf(place: string, members: readonly Standing[], regional: boolean): Cell {
  const reported = members.filter(({ update }) => update);
  const percents = reported.filter(({ update }) => update?.percent !== '');
  const states = [...Map.groupBy(percents, ({ state }) => state).values()];
  const count = (words: readonly string[], field: string) =>
    Object.fromEntries(
      words.map((word) => [word, reported.filter(({ update }) => update?.[field] === word).length]),
    );
  const open = members.filter(
    ({ update, carriedForward, explained }) => !update && !carriedForward && !explained,
  );
  return {
    place,
    commitments: members.length,
    reported: reported.length,
    carriedForward: members.filter(({ carriedForward }) => carriedForward).length,
    explained: members.filter(({ update, explained }) => !update && explained).length,
    notReported: open.length,
    illustrative: reported.filter(({ update }) => update?.illustrative !== '{}').length,
    stages: count(STAGES, 'stage'),
    outlooks: count(OUTLOOKS, 'outlook'),
    percentReported: percents.length,
    meanPercent: fourPlaces(meanOf(percents.map(percentOf))),
    weightedMeanPercent: members.some(({ weight }) => weight) ? fourPlaces(weightedMeanOf(percents)) : '',
    meanOfStates: regional
      ? fourPlaces(
          meanOf(states.map((each) => meanOf(each.map(percentOf))).filter((mean) => mean !== undefined)),
        )
      : '',
    statesInMean: regional ? states.length : 0,
    changeSameKind: '',
    changeOtherKind: '',
    updateIds: reported.map(({ update }) => update?.id ?? '').sort(),
  };
}

/** Changes are differences of published means: of the last cycle of the same kind and of the other kind. */
function compareWithEarlier(data: Export, key: string, cells: Cell[]): void {
  const cycle = data.cycle(key);
  const earlier = data
    .rows('cycles')
    .filter(
      (other) =>
        (other.facts_to ?? '') < (cycle.facts_to ?? '') ||
        (other.facts_to === cycle.facts_to && cycle.kind === 'annual' && other.kind === 'mid_year'),
    )
    .sort((a, b) => ((a.facts_to ?? '') < (b.facts_to ?? '') ? 1 : -1));
  for (const [field, same] of [
    ['changeSameKind', true],
    ['changeOtherKind', false],
  ] as const) {
    const before = earlier.find((other) => (other.kind === cycle.kind) === same);
    if (!before) continue;
    const means = new Map(
      recompute(data, before.key ?? '', false).map(({ place, meanPercent }) => [place, meanPercent]),
    );
    for (const cell of cells) {
      const then = means.get(cell.place) ?? '';
      if (then !== '' && cell.meanPercent !== '')
        cell[field] = fourPlaces(plus(decimal(cell.meanPercent), times(decimal(then), [-1n, 1n])));
    }
  }
}

const percentOf = ({ update }: Standing): Quotient => decimal(update?.percent ?? '');

function meanOf(values: readonly Quotient[]): Quotient | undefined {
  return values.length === 0 ? undefined : times(values.reduce(plus), [1n, BigInt(values.length)]);
}

function weightedMeanOf(members: readonly Standing[]): Quotient | undefined {
  if (members.length === 0) return undefined;
  const [top, bottom] = [
    members.map((member) => times(percentOf(member), member.weight ?? ONE)).reduce(plus),
    members.map(({ weight }) => weight ?? ONE).reduce(plus),
  ];
  return bottom[0] === 0n ? undefined : [top[0] * bottom[1], top[1] * bottom[0]];
}
