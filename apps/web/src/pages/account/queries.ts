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
