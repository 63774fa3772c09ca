import type { Outlook, Stage } from '#features/progress';
import { Fraction, subtractDecimals } from '#platform/decimal';
import { type RollupRow, Tally, weigh } from './tally.rules.js';

export type { RollupRow } from './tally.rules.js';

/** From small to large: one State's area, one State, one area of the region, the region. */
export const ROLLUP_LEVELS = ['state_area', 'state', 'area', 'region'] as const;
export type RollupLevel = (typeof ROLLUP_LEVELS)[number];

/**
 * One cell of the rollup. All means are percents as decimal text with four places (`'54.5000'`), or null where nobody
 * reported a percent: never zero for "nothing". `stages` and `outlooks` add up to `reported`.
 */
export interface RollupCell {
  level: RollupLevel;
  /** Empty at the levels `area` and `region`. */
  stateCode: string;
  /** Empty at the levels `state` and `region`. */
  areaKey: string;
  /** N of "n of N". */
  commitments: number;
  /** n of "n of N": approved in this cycle and not carried forward. */
  reported: number;
  /** Not reported, but explained by the State. */
  explained: number;
  /** Shown with a value of an earlier cycle; not in `reported`. */
  carriedForward: number;
  /** Neither reported, nor carried forward, nor explained. */
  notReported: number;
  /** Of `reported`, those whose assessment the source does not state. */
  illustrative: number;
  stages: Record<Stage, number>;
  outlooks: Record<Outlook, number>;
  /** Reported commitments that state a percent: the n behind `meanPercent`. */
  percentReported: number;
  /** Over commitments: a big plan weighs more. */
  meanPercent: string | null;
  /** Over commitments by the plans' weights; null unless a plan in the cell sets weights. */
  weightedMeanPercent: string | null;
  /** Over States, each weighing the same; null below the levels `area` and `region`. */
  meanOfStates: string | null;
  /** States behind `meanOfStates`; 0 below the levels `area` and `region`. */
  statesInMean: number;
  /** `meanPercent` less that of the last cycle of the same kind, in percentage points; null when either is missing. */
  changeSameKind: string | null;
  changeOtherKind: string | null;
  /** The reported updates behind the numbers, sorted. */
  updateIds: string[];
}

/** A cell of an earlier cycle, as far as changes need it. */
export type PreviousCell = Pick<RollupCell, 'level' | 'stateCode' | 'areaKey' | 'meanPercent'> &
  PreviousCoverage;

/** Of which cycle it is, and how many of its commitments were reported; absent where an older snapshot does not hold it. */
export interface PreviousCoverage {
  cycleKey?: string;
  commitments?: number;
  reported?: number;
}

export interface PreviousCells {
  sameKind: readonly PreviousCell[];
  otherKind: readonly PreviousCell[];
}

/** Decimal places of every mean and change. */
export const MEAN_PLACES = 4;

const NONE: PreviousCells = { sameKind: [], otherKind: [] };

/**
 * All cells of one cycle from one row a commitment, ordered by level, State and area; the same for any order of the rows.
 * At `state_area` a State's own areas stay as they are; at `area` they join the shared area that they are mapped to, or
 * stand apart when they are mapped to none. A State or area without commitments has no cell; the region always has one.
 * @throws RangeError when a commitment comes twice, or for a percent or weight that is no number or below zero.
 */
export const rollup = (rows: readonly RollupRow[], previous: PreviousCells = NONE): RollupCell[] => [
  ...rollupStates(rows, previous),
  ...rollupRegion(rows, previous),
];

/** The `state_area` and `state` cells: all that changes when one State approves something, given that State's rows. */
export function rollupStates(rows: readonly RollupRow[], previous: PreviousCells = NONE): RollupCell[] {
  const weighed = weigh(rows);
  const areas = group(weighed, (row) => `${row.stateCode}\n${row.areaKey}`);
  const states = group(weighed, (row) => row.stateCode);
  const change = changes(previous);
  return [
    ...areas.map((tallies) => cell('state_area', tallies, change)),
    ...states.map((tallies) => cell('state', tallies, change)),
  ];
}

/** The `area` and `region` cells, given the rows of all States. */
export function rollupRegion(rows: readonly RollupRow[], previous: PreviousCells = NONE): RollupCell[] {
  const weighed = weigh(rows).map((row) => ({ ...row, areaKey: row.sharedAreaKey ?? row.areaKey }));
  const areas = group(weighed, (row) => row.areaKey);
  const region = group(weighed, () => '');
  const change = changes(previous);
  return [...areas.map((tallies) => cell('area', tallies, change)), cell('region', region[0] ?? [], change)];
}

type WeighedRow = ReturnType<typeof weigh>[number];

/** Rows by key, each group as one tally a State; sorted by key and by State. */
function group(rows: readonly WeighedRow[], key: (row: WeighedRow) => string): Tally[][] {
  const groups = new Map<string, Map<string, Tally>>();
  for (const row of rows) {
    const name = key(row);
    const states = groups.get(name) ?? new Map<string, Tally>();
    groups.set(name, states);
    const tally = states.get(row.stateCode) ?? new Tally(row.stateCode, row.areaKey);
    states.set(row.stateCode, tally);
    tally.add(row);
  }
  return byKey(groups).map((states) => byKey(states));
}

const byKey = <T>(map: ReadonlyMap<string, T>): T[] =>
  [...map.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);

function cell(level: RollupLevel, tallies: readonly Tally[], change: ReturnType<typeof changes>): RollupCell {
  const all = new Tally('', '');
  for (const tally of tallies) all.merge(tally);
  const regional = level === 'area' || level === 'region';
  const stateMeans = regional ? tallies.map((tally) => tally.mean()).filter((mean) => mean !== null) : [];
  const meanPercent = text(all.mean());
  const place = {
    level,
    stateCode: regional ? '' : (tallies[0]?.stateCode ?? ''),
    areaKey: level === 'state_area' || level === 'area' ? (tallies[0]?.areaKey ?? '') : '',
  };
  return {
    ...place,
    commitments: all.commitments,
    reported: all.reported,
    explained: all.explained,
    carriedForward: all.carriedForward,
    notReported: all.notReported,
    illustrative: all.illustrative,
    stages: all.stages,
    outlooks: all.outlooks,
    percentReported: all.percentReported,
    meanPercent,
    weightedMeanPercent: text(all.weightedMean()),
    meanOfStates: text(meanOf(stateMeans)),
    statesInMean: stateMeans.length,
    changeSameKind: change('sameKind', place, meanPercent),
    changeOtherKind: change('otherKind', place, meanPercent),
    updateIds: all.updateIds.sort(),
  };
}

const text = (mean: Fraction | null): string | null => mean?.toDecimal(MEAN_PLACES) ?? null;

const meanOf = (means: readonly Fraction[]): Fraction | null =>
  means.length === 0
    ? null
    : means.reduce((sum, mean) => sum.plus(mean), Fraction.zero).dividedBy(Fraction.of(means.length));

/** Changes are taken between the published (rounded) means, so that anybody can check them by subtraction. */
function changes(previous: PreviousCells) {
  const key = (place: Pick<PreviousCell, 'level' | 'stateCode' | 'areaKey'>): string =>
    JSON.stringify([place.level, place.stateCode, place.areaKey]);
  const index = (cells: readonly PreviousCell[]) =>
    new Map(cells.map((past) => [key(past), past.meanPercent]));
  const before = { sameKind: index(previous.sameKind), otherKind: index(previous.otherKind) };
  return (
    which: keyof PreviousCells,
    place: Pick<PreviousCell, 'level' | 'stateCode' | 'areaKey'>,
    now: string | null,
  ): string | null => {
    const then = before[which].get(key(place)) ?? null;
    return now === null || then === null ? null : subtractDecimals(now, then, MEAN_PLACES);
  };
}
