import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';

/** Mails kept because no SMTP server is configured, newest first. */
export const mailsQuery = infiniteQueryOptions({
  queryKey: ['mails'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(api.GET('/api/mail-outbox', { params: { query: pageParam === '' ? {} : { cursor: pageParam } } })),
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: () => body(api.GET('/api/mail-outbox/{id}', { params: { path: { id } } })),
    enabled: id !== '',
    staleTime: Infinity,
  });
