import { queryOptions, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';
import { isProblem } from '~/api/problem';
import { moved } from './plan-changes';

export type Plan = Schemas['PlanDto'];
export type PlanSummary = Schemas['PlanSummaryDto'];
export type PlanCommitment = Schemas['CommitmentDto'];

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id],
    queryFn: () => body(api.GET('/api/plans/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  });

export const planTemplatesQuery = queryOptions({
  queryKey: ['plan-templates'],
  queryFn: () => body(api.GET('/api/plan-templates')),
  staleTime: 60 * 60_000,
});

/** Population groups that plans name. */
export const populationsQuery = queryOptions({
  queryKey: ['terms', 'population'],
  queryFn: () => body(api.GET('/api/terms', { params: { query: { list: 'population' } } })),
  staleTime: 60 * 60_000,
});

/** The address of something with the version of its plan that the person saw. */
export const over = (id: string, version: number) => ({ path: { id }, header: seen(version) });

/** What somebody else stored meanwhile, where that is why a change was refused. */
const wonBy = (error: unknown): Plan | undefined =>
  isProblem(error) && (error.code === 'stale' || error.code === 'conflict')
    ? (error.extra['current'] as Plan | undefined)
    : undefined;

/** What is read anew after a change of a plan. */
const SHOW_PLANS = ['plan', 'plans', 'progress', 'commitment', 'members'];

/**
 * Changes a plan and reads everything anew that shows it; when somebody else was faster, what they stored shows.
 * @param done what follows, before anything is read: what asked may be gone by the time it is
 */
export function usePlanChange<V, T>(
  change: (what: V) => Promise<T>,
  done?: (result: T) => void,
): UseMutationResult<T, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (result) => {
      done?.(result);
      return Promise.all(SHOW_PLANS.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
    onError: (error) => {
      const current = wonBy(error);
      if (current) client.setQueryData(planQuery(current.id).queryKey, current);
    },
  });
}

/** A commitment that goes to another place, counted from 1. */
export interface Move {
  versionId: string;
  to: number;
}

/** Moves commitments of a draft: seen at once, stored one move after the other. */
export function useReorder(id: string): UseMutationResult<Plan, Error, Move> {
  const client = useQueryClient();
  const { queryKey } = planQuery(id);
  return useMutation({
    scope: { id: `order of ${id}` },
    onMutate: async ({ versionId, to }) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(
        queryKey,
        (plan) => plan && { ...plan, commitments: moved(plan.commitments, versionId, to) },
      );
    },
    // Whatever was moved while an earlier order was under way is in the next one.
    mutationFn: () => {
      const { version = 0, commitments = [] } = client.getQueryData(queryKey) ?? {};
      return body(
        api.PUT('/api/plans/{id}/order', {
          params: over(id, version),
          body: { versionIds: commitments.map(({ versionId }) => versionId) },
        }),
      );
    },
    onSuccess: ({ version }) => {
      client.setQueryData(queryKey, (plan) => plan && { ...plan, version });
    },
    onError: (error) => {
      const current = wonBy(error);
      if (current) client.setQueryData(queryKey, current);
      else void client.invalidateQueries({ queryKey });
    },
  });
}
