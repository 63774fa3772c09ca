import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, body, type Schemas } from '~/api/client';
import type { ReportsSearch } from './kinds';

export type Report = Schemas['ReportDto'];
export type ReportRequest = Schemas['ReportRequest'];

/** Reports that were asked for, newest first: all, or those of a kind. */
export const reportsQuery = ({ kind, subject }: Pick<ReportsSearch, 'kind' | 'subject'>) =>
  queryOptions({
    queryKey: ['reports', { kind, subject }],
    queryFn: () => body(api.GET('/api/reports', { params: { query: { kind, subject } } })),
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

interface Progress {
  state: Report['state'];
  progress: number;
}

/** How far a report is, as the server tells it while it is being made; the list is read again at the end. */
export function useProgress(report: Report): Progress {
  const client = useQueryClient();
  const [told, setTold] = useState<Progress | null>(null);
  const ended = report.state === 'done' || report.state === 'failed';
  useEffect(() => {
    if (ended) return undefined;
    const events = new EventSource(`/api/reports/${report.id}/events`);
    const hear = (event: MessageEvent<string>) => {
      const progress = progressIn(event.data);
      if (!progress) return;
      setTold(progress);
      if (progress.state !== 'done' && progress.state !== 'failed') return;
      events.close();
      void client.invalidateQueries({ queryKey: ['reports'] });
    };
    events.onmessage = hear;
    events.addEventListener('progress', hear);
    // The browser connects again by itself; what was missed is in the list.
    events.onerror = () => void client.invalidateQueries({ queryKey: ['reports'] });
    return () => events.close();
  }, [client, ended, report.id]);
  return ended || told === null ? { state: report.state, progress: report.progress } : told;
}

function progressIn(data: string): Progress | null {
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null || !('state' in value) || !('progress' in value))
    return null;
  const { state, progress } = value;
  const known = (['queued', 'running', 'done', 'failed'] as const).find((each) => each === state);
  return known && typeof progress === 'number' ? { state: known, progress } : null;
}
