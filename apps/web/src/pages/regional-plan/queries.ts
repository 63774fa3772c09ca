import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Plan = Schemas['RegionalPlanView'];
export type PlanItem = Schemas['PlanItemContent'];
export type Meeting = Schemas['AnnualMeetingView'];
export type RegionalDocument = Schemas['RegionalDocumentView'];
export type ContextFigure = Schemas['ContextFigureView'];
export type Presidency = Schemas['PresidencyDto'];
export type PublishedCount = Schemas['PublishedCountView'];
export type Acronym = Schemas['AcronymView'];

/** Names of the queries of this page: a change of one thing shows in the others. */
export const REGIONAL = ['regional'];

export const yearsQuery = queryOptions({
  queryKey: ['regional', 'years'],
  queryFn: () => body(api.GET('/api/regional/years')),
});

export const plansQuery = (query: { commitment?: string } = {}) =>
  queryOptions({
    queryKey: ['regional', 'plans', query],
    queryFn: () => body(api.GET('/api/regional/plans', { params: { query } })),
  });

export const meetingsQuery = queryOptions({
  queryKey: ['regional', 'meetings'],
  queryFn: () => body(api.GET('/api/regional/meetings')),
});

export const documentsQuery = queryOptions({
  queryKey: ['regional', 'documents'],
  queryFn: () => body(api.GET('/api/regional/documents')),
});

export const figuresQuery = (year: number) =>
  queryOptions({
    queryKey: ['regional', 'figures', year],
    queryFn: () => body(api.GET('/api/regional/figures', { params: { query: { year } } })),
  });

export const countsQuery = queryOptions({
  queryKey: ['regional', 'counts'],
  queryFn: () => body(api.GET('/api/regional/counts')),
});

export const acronymsQuery = queryOptions({
  queryKey: ['regional', 'acronyms'],
  queryFn: () => body(api.GET('/api/regional/acronyms')),
});

export const presidenciesQuery = queryOptions({
  queryKey: ['regional', 'presidencies'],
  queryFn: () => body(api.GET('/api/presidencies')),
});
