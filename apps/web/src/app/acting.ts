import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '~/api/client';
import { meQuery } from './session';

/** Acts for somebody absent from here on, or with null as oneself again; everything is read anew with those powers. */
export function useActFor(): UseMutationResult<unknown, Error, string | null> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (delegationId: string | null) =>
      body(api.PUT('/api/me/acting-for', { body: { delegationId } })),
    onSuccess: async () => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      await client.invalidateQueries();
    },
  });
}
