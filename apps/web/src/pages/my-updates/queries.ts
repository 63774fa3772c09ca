import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import { KEPT } from '~/api/kept';

export type Due = Schemas['DueUpdate'];

/** What the person still owes, soonest due first. */
export const dueQuery = queryOptions({
  queryKey: ['due'],
  queryFn: () => body(api.GET('/api/updates/due')),
  ...KEPT,
});
