import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import type { UsersSearch } from './words';

export type User = Schemas['UserDto'];
export type Role = Schemas['RoleDto'];
export type NewRole = Schemas['NewRoleDto'];
export type Invitation = Schemas['InvitationDto'];

export const usersQuery = ({ access, factor, ...search }: UsersSearch) =>
  infiniteQueryOptions({
    queryKey: ['users', access, factor, search],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/users', {
          params: {
            query: {
              ...search,
              ...(access ? { active: access === 'active' } : {}),
              ...(factor ? { secondFactor: factor === 'with' } : {}),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['user', id],
    queryFn: () => body(api.GET('/api/users/{id}', { params: { path: { id } } })),
  });

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => body(api.GET('/api/invitations')),
});

/** What shows people and what they may do. */
const SHOW_PEOPLE = ['users', 'user', 'invitations', 'members', 'commitment'];

/**
 * Does something to people, their roles, invitations or commitments, and reads anew what shows them.
 * @param done what follows, before anything is read: what asked may be gone by the time it is
 */
export function useChange<V>(
  change: (what: V) => Promise<unknown>,
  done?: () => void,
): UseMutationResult<unknown, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      done?.();
      return Promise.all(SHOW_PEOPLE.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
