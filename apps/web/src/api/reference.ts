import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLang } from '~/i18n/use-lang';
import { api, body, type Schemas } from './client';
import { KEPT } from './kept';

export type State = Schemas['StateDto'];
export type Area = Schemas['AreaDto'];
export type Cycle = Schemas['CycleDto'];

/** Things that change once in years. */
const SELDOM = { ...KEPT, staleTime: 60 * 60_000 } as const;

export const statesQuery = queryOptions({
  queryKey: ['states'],
  queryFn: () => body(api.GET('/api/states')),
  ...SELDOM,
});
export const areasQuery = queryOptions({
  queryKey: ['areas'],
  queryFn: () => body(api.GET('/api/areas')),
  ...SELDOM,
});
export const institutionsQuery = queryOptions({
  queryKey: ['institutions'],
  queryFn: () => body(api.GET('/api/institutions', { params: { query: { limit: 200 } } })),
  ...SELDOM,
});
export const cyclesQuery = queryOptions({
  queryKey: ['cycles'],
  queryFn: () => body(api.GET('/api/cycles')),
  ...KEPT,
  staleTime: 60_000,
});

export interface Names {
  /** The State's name, its code until names are here. */
  state: (code: string) => string;
  area: (key: string) => string;
  timeZone: (code: string) => string | undefined;
}

/** Names of States and areas in the person's language. */
export function useNames(): Names {
  const { text } = useLang();
  const states = useQuery(statesQuery).data;
  const areas = useQuery(areasQuery).data;
  return useMemo(() => {
    const byCode = new Map(states?.map((state) => [state.code, state]));
    const byKey = new Map(areas?.map((area) => [area.key, area]));
    const named = (thing: State | Area | undefined, key: string) => (thing ? text(thing, 'name') : key);
    return {
      state: (code) => named(byCode.get(code), code),
      area: (key) => named(byKey.get(key), key),
      timeZone: (code) => byCode.get(code)?.timeZone,
    };
  }, [states, areas, text]);
}

/** The cycle that people work on now: the one in progress, else the newest that has begun. */
export function currentCycle(cycles: Cycle[]): Cycle | undefined {
  const newestFirst = [...cycles].sort((a, b) => b.dueOn.localeCompare(a.dueOn));
  return (
    newestFirst.find((cycle) => cycle.state === 'open' || cycle.state === 'in_review') ??
    newestFirst.find((cycle) => cycle.state !== 'planned') ??
    newestFirst[0]
  );
}
