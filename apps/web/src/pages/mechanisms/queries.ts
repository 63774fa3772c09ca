import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';
import type { MechanismSearch } from './words';

export type Mechanism = Schemas['MechanismView'];
export type MechanismSummary = Schemas['MechanismSummary'];
export type MechanismBody = Schemas['MechanismBody'];
export type Session = Schemas['SessionContent'];
export type Agreement = Schemas['AgreementContent'];

export const mechanismsQuery = (search: MechanismSearch & { commitment?: string }) =>
  queryOptions({
    queryKey: ['mechanisms', search],
    queryFn: () => body(api.GET('/api/mechanisms', { params: { query: search } })),
  });

export const mechanismQuery = (id: string) =>
  queryOptions({
    queryKey: ['mechanism', id],
    queryFn: () => body(api.GET('/api/mechanisms/{id}', { params: { path: { id } } })),
  });

/** Enters a mechanism, or writes over the one that the person saw. */
export function useSaveMechanism(before: Mechanism | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...input }: MechanismBody & { key: string }): Promise<Mechanism> =>
      before
        ? body(
            api.PUT('/api/mechanisms/{id}', {
              params: { path: { id: before.id }, header: seen(before.version) },
              body: input,
            }),
          )
        : body(api.POST('/api/mechanisms', { body: { key, ...input } })),
    onSuccess: () =>
      Promise.all(['mechanisms', 'mechanism'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
