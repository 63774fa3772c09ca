import { queryOptions, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Member = Schemas['MemberDto'];
export type MemberRole = Schemas['MemberRoleDto'];

/** A State's National Technical Team, for who may see it. */
export const membersQuery = (code: string) =>
  queryOptions({
    queryKey: ['members', code],
    queryFn: () => body(api.GET('/api/states/{code}/members', { params: { path: { code } } })),
  });

/** Does something to a team or its commitments, and reads anew what shows it. */
export function useMemberChange<V>(
  change: (what: V) => Promise<unknown>,
): UseMutationResult<unknown, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(
        ['members', 'commitment', 'invitations'].map((name) =>
          client.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  });
}
