import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import { LEAST_LETTERS, type SearchSearch } from './search';

export type SearchHit = Schemas['SearchHitDto'];

/** What was found; the last answer stays on the page until the next one is here. */
export const searchQuery = ({ q = '', kind, state, year }: SearchSearch) =>
  infiniteQueryOptions({
    queryKey: ['search', q, kind ?? '', state ?? '', year ?? ''],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/api/search', {
          signal,
          params: {
            query: {
              q,
              limit: 25,
              ...(kind ? { kind } : {}),
              ...(state ? { state } : {}),
              ...(year ? { year: Number(year) } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: q.trim().length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
