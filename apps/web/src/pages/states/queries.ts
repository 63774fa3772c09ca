import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';

/** Plan versions that the person may see, of one State or of all. */
export const plansQuery = (state?: string) =>
  queryOptions({
    queryKey: ['plans', state ?? 'all'],
    queryFn: () => body(api.GET('/api/plans', { params: { query: state ? { state } : {} } })),
    staleTime: 5 * 60_000,
  });
