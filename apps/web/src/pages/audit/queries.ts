import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body, everyPage } from '~/api/client';
import type { paths } from '~/api/schema';
import type { AuditSearch } from './route';

type Asked = paths['/api/audit']['get']['parameters']['query'];

/** The search as the API takes it: days become the instants at which they begin and end for the reader. */
export function askedOf({ from, to, ...search }: AuditSearch): NonNullable<Asked> {
  const next = to === undefined ? undefined : new Date(`${to}T00:00:00`);
  next?.setDate(next.getDate() + 1);
  return {
    ...(search as NonNullable<Asked>),
    ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(next ? { to: next.toISOString() } : {}),
  };
}

export const entriesQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/audit', {
          params: { query: { ...askedOf(search), ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Where the entries of the search are to be had as a file. */
export const fileUrl = (search: AuditSearch, format: 'csv' | 'jsonl'): string =>
  `/api/audit/export.${format}?${new URLSearchParams(askedOf(search) as Record<string, string>).toString()}`;

export const actionsQuery = queryOptions({
  queryKey: ['audit', 'actions'],
  queryFn: () => body(api.GET('/api/audit/actions')) as Promise<string[]>,
});

export const chainQuery = (day: string | undefined) =>
  queryOptions({
    queryKey: ['audit', 'chain', day],
    queryFn: () => body(api.GET('/api/audit/chain', { params: { query: day === undefined ? {} : { day } } })),
  });

/** Everybody, for choosing one. */
export const peopleQuery = queryOptions({
  queryKey: ['users', 'all'],
  queryFn: () => everyPage((page) => body(api.GET('/api/users', { params: { query: page } }))),
});
