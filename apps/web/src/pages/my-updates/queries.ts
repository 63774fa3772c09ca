import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import { KEPT } from '~/api/kept';

export type Due = Schemas['DueUpdate'];

/** What the person still owes, soonest due first. */
export const dueQuery = queryOptions({
  queryKey: ['due'],
  queryFn: () => body(api.GET('/api/updates/due')),
  ...KEPT,
});

/** Says for one commitment that nothing changed, and submits it. */
export function useNoChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Schemas['NoChange']) => body(api.POST('/api/updates/no-change', { body: input })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['due'] }),
  });
}
