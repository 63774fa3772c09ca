import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, body, post, type Schemas } from '~/api/client';
import { KEPT } from '~/api/kept';
import { hasKeptAnswers } from '~/offline/has-answers';
import { forgetTexts } from '~/pages/composition/kept-texts';

export type Me = Schemas['MeDto'];
export type Permission = Me['permissions'][number]['permission'];

export const meKey = ['me'] as const;

/** The signed-in person; fails with 401 when there is none. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: () => body(api.GET('/api/me')),
  staleTime: 5 * 60_000,
  ...KEPT,
  meta: { ...KEPT.meta, quiet: true },
});

/** The signed-in person, on pages inside the application. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the person may do this somewhere; the API checks where. */
export const may = (me: Me, permission: Permission): boolean =>
  me.permissions.some((held) => held.permission === permission);

/** Whether the person may do this to what belongs to a State. */
export const mayIn = (me: Me, permission: Permission, state: string): boolean =>
  me.permissions.some(
    ({ permission: held, scope, stateCode }) =>
      held === permission && (scope === 'all' || (scope === 'own_state' && stateCode === state)),
  );

/** Whether the person holds this role, in a State if one is named. */
export const holds = (me: Me, role: Me['roles'][number]['role'], stateCode?: string): boolean =>
  me.roles.some((grant) => grant.role === role && (stateCode === undefined || grant.stateCode === stateCode));

/** @throws ProblemError 401 when the address or the password is wrong */
export const signIn = (email: string, password: string): Promise<unknown> =>
  post('/api/auth/sign-in/email', { email, password });

/** Forgets everything that the session had read, also what is kept on the device. */
export async function forgetAll(client: QueryClient): Promise<void> {
  client.clear();
  await forgetKept();
}

/** Forgets what is kept on the device of what the session had read. */
export async function forgetKept(): Promise<void> {
  if (hasKeptAnswers()) await (await import('~/offline/kept-answers')).forgetAnswers();
}

/** Ends the session and forgets everything that it had read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await post('/api/auth/sign-out', {});
    forgetTexts();
    await forgetAll(client);
    await navigate({ to: '/sign-in', search: {} });
  };
}
