import { queryOptions } from '@tanstack/react-query';
import { api, body, everyPage, type Schemas } from '~/api/client';

export type CommitmentProgress = Schemas['CommitmentProgress'];
export type Plan = Schemas['PlanSummaryDto'];

/** A plan's commitments, each with its latest update (up to a cycle, if one is named). */
export const progressQuery = (planId: string, cycle: string | undefined) =>
  queryOptions({
    queryKey: ['progress', planId, cycle ?? ''],
    queryFn: () =>
      body(
        api.GET('/api/plans/{id}/progress', {
          params: { path: { id: planId }, query: cycle ? { cycle } : {} },
        }),
      ),
    enabled: planId !== '',
  });

/** Facts that stand free in a State's cycle. */
export const otherFactsQuery = (state: string, cycle: string) =>
  queryOptions({
    queryKey: ['facts', state, cycle],
    queryFn: () =>
      everyPage((page) =>
        body(api.GET('/api/facts', { params: { query: { state, cycle, freeStanding: true, ...page } } })),
      ),
  });
