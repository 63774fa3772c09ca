import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';

/** Updates that wait for a decision, of the States that the person reviews. */
export const queueQuery = queryOptions({
  queryKey: ['review'],
  queryFn: () =>
    body(
      api.GET('/api/updates', { params: { query: { reviewState: 'submitted', latest: true, limit: 200 } } }),
    ),
});
