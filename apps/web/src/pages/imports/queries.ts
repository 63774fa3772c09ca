import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, sendFile } from '~/api/client';
import { lost, once } from '~/api/once';
import { isProblem, isUnreachable } from '~/api/problem';

export type ImportKind = Schemas['ImportKindDto'];
export type ImportAnswer = Schemas['ImportAnswer'];

export const MODES = ['check', 'all', 'good'] as const;
export type ImportMode = (typeof MODES)[number];

export const importKindsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: () => body(api.GET('/api/imports')),
  staleTime: 60 * 60_000,
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The body's type by the ending of the file's name; systems give spreadsheets all kinds of types. */
const typeOf = ({ name }: File): string =>
  /\.json$/i.test(name) ? 'application/json' : /\.xlsx?$/i.test(name) ? XLSX : 'text/csv';

/** Hands a file in. A refusal for its rows is an answer, too: it tells every problem. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, mode, file }: { kind: string; mode: ImportMode; file: File }) => {
      const url = `/api/imports/${kind}?mode=${mode}`;
      const headers = new Headers();
      once({ url, headers });
      try {
        const answer = await sendFile(url, file, typeOf(file), Object.fromEntries(headers));
        return answer as ImportAnswer;
      } catch (error) {
        if (isUnreachable(error)) lost({ url, headers });
        if (isProblem(error) && Array.isArray(error.extra['problems']))
          return error.extra as unknown as ImportAnswer;
        throw error;
      }
    },
    onSuccess: ({ imported }) => (imported > 0 ? client.invalidateQueries() : undefined),
  });
}
