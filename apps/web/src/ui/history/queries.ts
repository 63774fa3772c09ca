import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import type { paths } from '~/api/schema';

/** A kind of thing of which the trail tells. */
export type Kind = Schemas['AuditEntryDto']['entity'];

type Asked = Omit<paths['/api/history']['get']['parameters']['query'], 'limit' | 'cursor'>;

/** What happened to one thing, or to all of a kind. */
export const historyQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['history', asked],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/history', {
          params: { query: { ...asked, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
