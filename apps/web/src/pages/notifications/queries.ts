import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Notification = Schemas['NotificationDto'];
type Unread = Schemas['UnreadDto'];

const UNREAD = ['notifications', 'unread'];
const LIST = ['notifications', 'list'];

/** How many are unread. */
export const unreadQuery = queryOptions({
  queryKey: UNREAD,
  queryFn: () => body(api.GET('/api/me/notifications/unread')),
  meta: { quiet: true },
});

/** Newest first, page after page. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: LIST,
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    body(
      api.GET('/api/me/notifications', {
        params: { query: { limit: 30, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
      }),
    ),
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

function useMarking<V>(mark: (value: V) => Promise<Unread>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: mark, onSuccess: (unread) => after(client, unread) });
}

/** Marks one as read: whoever follows it has seen it. */
export const useRead = () =>
  useMarking((id: string) => body(api.POST('/api/me/notifications/{id}/read', { params: { path: { id } } })));

export const useReadAll = () => useMarking(() => body(api.POST('/api/me/notifications/read')));

async function after(client: QueryClient, unread: Unread): Promise<void> {
  client.setQueryData(UNREAD, unread);
  await client.invalidateQueries({ queryKey: LIST });
}
