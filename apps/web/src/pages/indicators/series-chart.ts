import type { Observation, Series } from './queries';
import { ROLES } from './words';

/** One period of a series, in the order of time. */
interface Period {
  key: string;
  first: Observation;
}

const PARTS = ['h1', 'q1', 'q2', 'h2', 'q3', 'q4', 'year'];
const keyOf = ({ year, part }: Observation): string => `${year}.${PARTS.indexOf(part)}`;

const isTotal = ({ dimension }: Observation): boolean => dimension === '';
const hasValue = ({ value }: Observation): boolean => typeof value === 'number';

/** The periods in which something has a value, oldest first. */
export function periodsOf(observations: Observation[]): Period[] {
  const byKey = new Map(observations.filter(hasValue).map((each) => [keyOf(each), each]));
  return [...byKey]
    .map(([key, first]) => ({ key, first }))
    .sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
}

export interface Drawn {
  role: (typeof ROLES)[number];
  /** Only where more than one source says something. */
  source: string | null;
  values: (number | null)[];
}

/** The totals of a series: a line for what each source says was so, and for each role beside it. */
export function linesOf({ observations }: Series): { periods: Period[]; lines: Drawn[] } {
  const totals = observations.filter(isTotal);
  const periods = periodsOf(totals);
  const sources = [...new Set(totals.filter(hasValue).map(({ source }) => source))];
  const lines = ROLES.flatMap((role) =>
    sources.map((source): Drawn => ({
      role,
      source: sources.length > 1 ? source : null,
      values: periods.map(
        ({ key }) =>
          totals.find((each) => each.role === role && each.source === source && keyOf(each) === key)?.value ??
          null,
      ),
    })),
  ).filter(({ values }) => values.some((value) => value !== null));
  return { periods, lines };
}

export interface Parts {
  dimension: string;
  categories: string[];
  period: Observation;
  source: string;
  lines: Drawn[];
}

/** The newest parts of a series, a dimension each, by the preferred source or else the first that tells them. */
export function partsOf({ observations, preferredSource }: Series): Parts[] {
  const parts = observations.filter((each) => !isTotal(each) && hasValue(each));
  return [...Map.groupBy(parts, ({ dimension }) => dimension)].flatMap(([dimension, all]): Parts[] => {
    const period = periodsOf(all).at(-1)?.first;
    if (!period) return [];
    const now = all.filter((each) => keyOf(each) === keyOf(period));
    const source = now.find((each) => each.source === preferredSource)?.source ?? now[0]?.source ?? '';
    const mine = now.filter((each) => each.source === source);
    const categories = [...new Set(mine.map(({ category }) => category))];
    const lines = ROLES.map((role): Drawn => ({
      role,
      source: null,
      values: categories.map(
        (category) => mine.find((each) => each.role === role && each.category === category)?.value ?? null,
      ),
    })).filter(({ values }) => values.some((value) => value !== null));
    return [{ dimension, categories, period, source, lines }];
  });
}
