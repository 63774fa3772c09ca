import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Saved, type Schemas, seen } from '~/api/client';
import type { PledgeSearch } from './words';

export type Pledge = Schemas['PledgeDto'];
export type PledgeSummary = Schemas['PledgeSummaryDto'];
export type PledgeInput = Schemas['PledgeInput'];

export const pledgesQuery = (search: PledgeSearch & { commitment?: string }) =>
  queryOptions({
    queryKey: ['pledges', search],
    queryFn: () =>
      everyPage((page) => body(api.GET('/api/pledges', { params: { query: { ...search, ...page } } }))),
  });

export const pledgeQuery = (id: string) =>
  queryOptions({
    queryKey: ['pledge', id],
    queryFn: () => body(api.GET('/api/pledges/{id}', { params: { path: { id } } })),
  });

export const forumsQuery = queryOptions({
  queryKey: ['pledges', 'forums'],
  queryFn: () => body(api.GET('/api/pledges/forums')),
  staleTime: 60_000,
});

export const dashboardQuery = (forum: string | undefined) =>
  queryOptions({
    queryKey: ['pledges', 'dashboard', forum ?? ''],
    queryFn: () => body(api.GET('/api/pledges/dashboard', { params: { query: forum ? { forum } : {} } })),
  });

/** Enters a pledge, or writes over the one that the person saw. */
export function useSavePledge(before: Pledge | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, seenVersion }: Saved<PledgeInput>): Promise<Pledge> =>
      before
        ? body(
            api.PUT('/api/pledges/{id}', {
              params: { path: { id: before.id }, header: seen(seenVersion ?? before.version) },
              body: input,
            }),
          )
        : body(api.POST('/api/pledges', { body: input })),
    onSuccess: () => forget(client),
  });
}

/** Gives a pledge a new update. */
export function useReportPledge(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Schemas['PledgeUpdateInput']) =>
      body(api.POST('/api/pledges/{id}/updates', { params: { path: { id } }, body: input })),
    onSuccess: () => forget(client),
  });
}

const forget = (client: ReturnType<typeof useQueryClient>): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['pledges'] }),
    client.invalidateQueries({ queryKey: ['pledge'] }),
  ]);
