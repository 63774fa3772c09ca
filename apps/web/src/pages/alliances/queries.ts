import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';

export type Alliances = Schemas['AlliancesView'];
export type Practice = Schemas['GoodPracticeView'];
export type PracticeInput = Schemas['CreateGoodPractice'];

export interface PracticeSearch {
  state?: string;
  area?: string;
  adoptedBy?: string;
}

export const alliancesQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: ['alliances', year ?? ''],
    queryFn: () =>
      body(
        api.GET('/api/alliances', { params: { query: year === undefined ? {} : { year: Number(year) } } }),
      ),
  });

export const practicesQuery = (search: PracticeSearch & { commitment?: string }) =>
  queryOptions({
    queryKey: ['good-practices', search],
    queryFn: () => body(api.GET('/api/good-practices', { params: { query: search } })),
  });

export const practiceQuery = (id: string) =>
  queryOptions({
    queryKey: ['good-practice', id],
    queryFn: () => body(api.GET('/api/good-practices/{id}', { params: { path: { id } } })),
  });

/** Enters a good practice, or writes over the one that the person saw. */
export function useSavePractice(before: Practice | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ stateCode, ...input }: PracticeInput): Promise<Practice> =>
      before
        ? body(
            api.PUT('/api/good-practices/{id}', {
              params: { path: { id: before.id }, header: seen(before.version) },
              body: input,
            }),
          )
        : body(api.POST('/api/good-practices', { body: { stateCode, ...input } })),
    onSuccess: () =>
      Promise.all(
        ['good-practices', 'good-practice'].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
}

/** Takes a good practice that the person saw out of the inventory. */
export function useRemovePractice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Practice) =>
      body(api.DELETE('/api/good-practices/{id}', { params: { path: { id }, header: seen(version) } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['good-practices'] }),
  });
}
