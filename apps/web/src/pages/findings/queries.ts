import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Finding = Schemas['FindingDto'];
export type Answer = Schemas['AnswerFinding'];

/** What looks odd in an update. */
export const updateFindingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['findings', 'update', id],
    queryFn: () => body(api.GET('/api/updates/{id}/findings', { params: { path: { id } } })),
  });

/** What looks odd in a cycle, in the States that the person works with. */
export const cycleFindingsQuery = (key: string) =>
  queryOptions({
    queryKey: ['findings', 'cycle', key],
    queryFn: () => body(api.GET('/api/cycles/{key}/findings', { params: { path: { key } } })),
  });

/** Answers a finding; every list that shows it is read again. */
export function useAnswer(finding: Finding) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: Answer) => {
      const { fingerprint, updateId, factId } = finding;
      return updateId !== null && updateId !== undefined
        ? body(
            api.POST('/api/updates/{id}/findings/{fingerprint}/answers', {
              params: { path: { id: updateId, fingerprint } },
              body: answer,
            }),
          )
        : body(
            api.POST('/api/facts/{id}/findings/{fingerprint}/answers', {
              params: { path: { id: factId ?? '', fingerprint } },
              body: answer,
            }),
          );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['findings'] }),
  });
}
