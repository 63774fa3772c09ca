import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';

export const secondFactorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: () => body(api.GET('/api/me/second-factor')),
});

export const openSessionsQuery = queryOptions({
  queryKey: ['open-sessions'],
  queryFn: () => body(api.GET('/api/me/sessions')),
});

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => body(api.GET('/api/me/delegations')),
});

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: () => body(api.GET('/api/me/colleagues')),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => body(api.GET('/api/me/tokens')),
});
