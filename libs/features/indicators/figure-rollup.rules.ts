import type { Basis, Qualifier, ValueType } from '#features/progress';
import {
  compare,
  content,
  dateOf,
  groupBy,
  plain,
  reported,
  subject,
  textOf,
  time,
  timeIsKnown,
} from '#features/quality';
import { addDays } from '#platform/calendar';
import { Fraction, parseDecimal, sumDecimals } from '#platform/decimal';
import type {
  FigureAggregate,
  FigureForRollup,
  FigureRollup,
  ListingReason,
} from './figure-rollup.content.js';

/**
 * One indicator over several States. Counts and money are summed when role, unit, basis, population and window agree;
 * shares through their numerators and denominators; yes and no and levels are tallied; anything else is listed. Two figures
 * of one State for the same window that differ are both listed. Only reported values count.
 */
export function aggregateAcrossStates(figures: readonly FigureForRollup[]): FigureRollup {
  const groups = groupBy(reported(figures), (figure) =>
    JSON.stringify([...subject(figure), ...time(figure)]),
  );
  return { aggregates: groups.map(acrossStates), withoutValue: withoutValue(figures) };
}

/**
 * One indicator of one State over several cycles. Counts and money of adjoining windows are summed, and so are shares with
 * denominators; of stocks and of cumulative values only the latest stands; anything else is listed.
 */
export function aggregateOverTime(figures: readonly FigureForRollup[]): FigureRollup {
  const groups = groupBy(reported(figures), (figure) => JSON.stringify(subject(figure)));
  return { aggregates: groups.map(overTime), withoutValue: withoutValue(figures) };
}

/** How exactly a sum is known, from how exactly its parts are. */
export function qualifierOfSum(qualifiers: readonly Qualifier[]): Qualifier {
  const kinds = new Set(qualifiers.filter((qualifier) => qualifier !== 'exact' && qualifier !== 'computed'));
  const [only, another] = [...kinds];
  if (only === undefined) return qualifiers.length === 1 ? (qualifiers[0] ?? 'computed') : 'computed';
  if (another === undefined) return only;
  // Bounds on the same side stay a bound; anything else is only about right.
  return [...kinds].every((kind) => kind === 'at_most' || kind === 'less_than') ? 'at_most' : 'about';
}

function acrossStates(group: readonly FigureForRollup[]): FigureAggregate {
  const first = group[0] as FigureForRollup;
  const method = methodFor(first.valueType, first.basis);
  if (method === 'listed') return listed(group, 'not_additive');
  if (!timeIsKnown(first)) return listed(group, 'window_unknown');
  const byState = groupBy(group, (figure) => figure.stateCode);
  const agreed = byState.filter((same) => new Set(same.map(content)).size === 1);
  const conflicts = byState.filter((same) => !agreed.includes(same)).flat();
  return combine(method, agreed, { ...blank(first), listed: listing(conflicts, 'conflict') });
}

function overTime(group: readonly FigureForRollup[]): FigureAggregate {
  const first = group[0] as FigureForRollup;
  if (first.basis === 'stock' || first.basis === 'cumulative') return latest(group);
  const method = methodFor(first.valueType, first.basis);
  if (method === 'listed' || method === 'tally') return listed(group, 'not_additive');
  const ordered = [...group].sort((a, b) => compare(a.windowStart ?? '', b.windowStart ?? ''));
  if (!ordered.every(timeIsKnown)) return listed(group, 'window_unknown');
  const adjoining = ordered.every((figure, i) => {
    const before = ordered[i - 1];
    return !before || figure.windowStart === addDays(before.windowEnd ?? '', 1);
  });
  if (!adjoining) return listed(group, 'windows_not_adjoining');
  const span = { windowStart: ordered[0]?.windowStart ?? null, windowEnd: ordered.at(-1)?.windowEnd ?? null };
  return combine(
    method,
    ordered.map((figure) => [figure]),
    { ...blank(first), ...span },
  );
}

/** The figure with the latest date; several of that date that differ are all listed. */
function latest(group: readonly FigureForRollup[]): FigureAggregate {
  const first = group[0] as FigureForRollup;
  const reason = first.basis === 'stock' ? 'stock_over_time' : 'cumulative_over_time';
  const dated = group.filter((figure) => dateOf(figure) !== null);
  const undated = listing(
    group.filter((figure) => dateOf(figure) === null),
    'window_unknown',
  );
  const last = dated.map((figure) => dateOf(figure) ?? '').reduce((a, b) => (a > b ? a : b), '');
  const newest = dated.filter((figure) => dateOf(figure) === last);
  const older = listing(
    dated.filter((figure) => dateOf(figure) !== last),
    reason,
  );
  const figure = newest[0];
  if (!figure || new Set(newest.map(content)).size > 1) {
    return {
      ...listed(newest, 'conflict', first),
      listed: sortListing([...listing(newest, 'conflict'), ...older, ...undated]),
    };
  }
  return {
    ...blank(figure),
    method: 'latest',
    value: String(figure.value),
    numerator: textOf(figure.numerator),
    denominator: textOf(figure.denominator),
    qualifier: figure.qualifier,
    figureIds: newest.map(({ figureId }) => figureId).sort(),
    listed: sortListing([...older, ...undated]),
    states: 1,
  };
}

type Combination = 'sum' | 'share' | 'tally';

/** `sources` are the terms; each holds figures that say the same, of which one counts. */
function combine(
  method: Combination,
  sources: readonly FigureForRollup[][],
  base: FigureAggregate,
): FigureAggregate {
  const shared =
    method !== 'share'
      ? sources
      : sources.filter(([figure]) => figure?.numerator != null && figure.denominator != null);
  const rest = method !== 'share' ? [] : sources.filter((source) => !shared.includes(source)).flat();
  const all = sortListing([...base.listed, ...listing(rest, 'no_denominator')]);
  const terms = shared.flatMap((source) => source[0] ?? []);
  if (terms.length === 0) return { ...base, listed: all };
  const done = {
    ...base,
    method,
    figureIds: shared
      .flat()
      .map(({ figureId }) => figureId)
      .sort(),
    listed: all,
    states: new Set(terms.map(({ stateCode }) => stateCode)).size,
  };
  const qualifier = qualifierOfSum(terms.map((term) => term.qualifier));
  switch (method) {
    case 'sum':
      return { ...done, qualifier, value: plain(sumDecimals(terms.map((term) => term.value ?? 0))) };
    case 'share': {
      const numerator = sumDecimals(terms.map((term) => term.numerator ?? 0));
      const denominator = sumDecimals(terms.map((term) => term.denominator ?? 0));
      const quotient = numerator.dividedBy(denominator);
      const value = base.valueType === 'percent' ? quotient.times(Fraction.of(100)) : quotient;
      return {
        ...done,
        qualifier,
        value: value.toDecimal(4),
        numerator: plain(numerator),
        denominator: plain(denominator),
      };
    }
    case 'tally': {
      const values = groupBy(terms, (term) => plain(parseDecimal(term.value ?? 0)));
      const tally = values.map((same) => ({
        value: plain(parseDecimal(same[0]?.value ?? 0)),
        count: same.length,
      }));
      return { ...done, tally: tally.sort((a, b) => Number(a.value) - Number(b.value)) };
    }
  }
}

const ADDITIVE: readonly Basis[] = ['period', 'cumulative', 'stock', 'coverage', 'design'];

function methodFor(valueType: ValueType, basis: Basis): Combination | 'listed' {
  switch (valueType) {
    case 'count':
    case 'money':
      return ADDITIVE.includes(basis) ? 'sum' : 'listed';
    case 'percent':
    case 'ratio':
      return basis === 'change' || basis === 'maximum' || basis === 'average' ? 'listed' : 'share';
    case 'yes_no':
    case 'ordinal':
      return 'tally';
    case 'duration':
    case 'frequency':
      return 'listed';
  }
}

function withoutValue(figures: readonly FigureForRollup[]): FigureRollup['withoutValue'] {
  const count = (state: FigureForRollup['valueState']): number =>
    figures.filter((f) => f.valueState === state).length;
  return {
    unknown: count('unknown'),
    not_reported: count('not_reported'),
    carried_forward: count('carried_forward'),
  };
}

function blank(figure: FigureForRollup): FigureAggregate {
  const stock = figure.basis === 'stock';
  return {
    method: 'listed',
    role: figure.role,
    valueType: figure.valueType,
    basis: figure.basis,
    unitEn: figure.unitEn ?? null,
    unitEs: figure.unitEs ?? null,
    currency: figure.currency ?? null,
    population: figure.population ?? null,
    windowStart: stock ? null : (figure.windowStart ?? null),
    windowEnd: stock ? null : (figure.windowEnd ?? null),
    asOf: stock ? dateOf(figure) : (figure.asOf ?? null),
    value: null,
    numerator: null,
    denominator: null,
    qualifier: null,
    tally: [],
    figureIds: [],
    listed: [],
    states: 0,
  };
}

const listed = (
  group: readonly FigureForRollup[],
  reason: ListingReason,
  first = group[0],
): FigureAggregate => ({
  ...blank(first as FigureForRollup),
  listed: listing(group, reason),
});

const listing = (figures: readonly FigureForRollup[], reason: ListingReason): FigureAggregate['listed'] =>
  sortListing(figures.map(({ figureId }) => ({ figureId, reason })));

const sortListing = (items: FigureAggregate['listed']): FigureAggregate['listed'] =>
  [...items].sort((a, b) => compare(a.figureId, b.figureId));
