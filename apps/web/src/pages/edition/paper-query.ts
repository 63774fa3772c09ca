import { queryOptions } from '@tanstack/react-query';
import { api, body } from '~/api/client';
import { kindOf, whichOf } from '~/pages/reports/papers';

/** What was made of a paper, in all languages and formats, newest first. */
export const paperQuery = (cycle: string, which: string) =>
  queryOptions({
    queryKey: ['reports', { cycle, which }],
    queryFn: async () => {
      const kind = kindOf(which);
      if (!kind) return [];
      const made = await body(api.GET('/api/reports', { params: { query: { cycle, kind } } }));
      return made.filter((report) => whichOf(report) === which);
    },
  });
