import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';

/** Who would be reminded of what at an instant, and why; nothing is sent. */
export const previewQuery = (at: string | undefined) =>
  queryOptions({
    queryKey: ['reminders', at ?? 'now'],
    queryFn: () =>
      body(
        api.GET('/api/reminders/preview', {
          params: { query: at ? { asOf: new Date(at).toISOString() } : {} },
        }),
      ),
  });
