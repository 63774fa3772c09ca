import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import { isLive } from '~/live/is-live';
import type { ReportsSearch } from './kinds';

export type Report = Schemas['ReportDto'];
export type ReportRequest = Schemas['ReportRequest'];

/** How often reports in the making are read while no stream tells how far they are. */
const LOOK_MS = 1_500;

export const isMaking = ({ state }: Report): boolean => state === 'queued' || state === 'running';

/** Reports that were asked for, newest first: all, or those of a kind. */
export const reportsQuery = ({ kind, subject }: Pick<ReportsSearch, 'kind' | 'subject'>) =>
  queryOptions({
    queryKey: ['reports', { kind, subject }],
    queryFn: () => body(api.GET('/api/reports', { params: { query: { kind, subject } } })),
    refetchInterval: ({ state }) => (state.data?.some(isMaking) && !isLive() ? LOOK_MS : false),
  });

/** Short papers that the frozen state of a cycle holds enough for. */
export const subjectsQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['report-subjects', cycle],
    queryFn: () => body(api.GET('/api/reports/subjects', { params: { query: { cycle } } })),
    staleTime: 5 * 60_000,
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', id],
    queryFn: () => body(api.GET('/api/reports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isMaking(state.data) && !isLive() ? LOOK_MS : false),
  });

export const contentUrl = (id: string): string => `/api/reports/${id}/content`;

/** Asks for a report; it is made in the background. */
export function useGenerate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ReportRequest) => body(api.POST('/api/reports', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

/** Calls off a report that is not made yet. */
export function useCancel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.POST('/api/reports/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}
