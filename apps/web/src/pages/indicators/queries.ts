import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Schemas, seen } from '~/api/client';
import type { IndicatorSearch } from './words';

export type Indicator = Schemas['IndicatorDto'];
export type IndicatorSummary = Schemas['IndicatorSummary'];
export type Series = Schemas['SeriesDto'];
export type Observation = Schemas['ObservationDto'];
export type BudgetLine = Schemas['BudgetLineDto'];

export const frameworksQuery = queryOptions({
  queryKey: ['indicators', 'frameworks'],
  queryFn: () => body(api.GET('/api/frameworks')),
  staleTime: 60_000,
});

export const indicatorsQuery = (search: IndicatorSearch & { commitment?: string }) =>
  queryOptions({
    queryKey: ['indicators', search],
    queryFn: () =>
      everyPage((page) => body(api.GET('/api/indicators', { params: { query: { ...search, ...page } } }))),
  });

export const indicatorQuery = (id: string) =>
  queryOptions({
    queryKey: ['indicator', id],
    queryFn: () => body(api.GET('/api/indicators/{id}', { params: { path: { id } } })),
  });

export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['indicator', id, 'series'],
    queryFn: () => body(api.GET('/api/indicators/{id}/series', { params: { path: { id } } })),
  });

export const budgetQuery = (framework: string, state: string | undefined) =>
  queryOptions({
    queryKey: ['indicators', 'budget', framework, state ?? ''],
    queryFn: () =>
      body(
        api.GET('/api/frameworks/{key}/budget', {
          params: { path: { key: framework }, query: state ? { state } : {} },
        }),
      ),
  });

/** Corrects the observation that the person saw. */
export function useCorrect(observation: Observation) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Schemas['ObservationBody']) =>
      body(
        api.PUT('/api/observations/{id}', {
          params: { path: { id: observation.id }, header: seen(observation.version) },
          body: input,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicator'] }),
  });
}

/** Adds a value to an indicator. */
export function useObserve(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Schemas['NewObservation']) =>
      body(api.POST('/api/indicators/{id}/observations', { params: { path: { id } }, body: input })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicator'] }),
  });
}

/** Names the source that counts in the series that the person saw; null: none. */
export function usePrefer({ id, version }: Series) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (source: string | null) =>
      body(
        api.PUT('/api/indicator-series/{id}/preferred-source', {
          params: { path: { id }, header: seen(version) },
          body: { source },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['indicator'] }),
  });
}

/** Links indicators with a commitment, or takes links away. */
export function useLinkIndicator(commitmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, linked }: { id: string; linked: boolean }) => {
      const params = { path: { id, commitmentId } };
      return linked
        ? body(api.PUT('/api/indicators/{id}/commitments/{commitmentId}', { params }))
        : body(api.DELETE('/api/indicators/{id}/commitments/{commitmentId}', { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  });
}
