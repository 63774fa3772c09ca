import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Member = Schemas['MemberDto'];
export type MemberRole = Schemas['MemberRoleDto'];

/** A State's National Technical Team, for who may see it. */
export const membersQuery = (code: string) =>
  queryOptions({
    queryKey: ['members', code],
    queryFn: () => body(api.GET('/api/states/{code}/members', { params: { path: { code } } })),
  });
