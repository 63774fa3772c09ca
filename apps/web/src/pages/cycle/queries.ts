import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Submission = Schemas['SubmissionDto'];
export type Snapshot = Schemas['SnapshotDto'];

const inCycle = (key: string) => ({ params: { path: { key } } });
const ofState = (key: string, state: string) => ({ params: { path: { key, state } } });

export const cycleQuery = (key: string) =>
  queryOptions({ queryKey: ['cycle', key], queryFn: () => body(api.GET('/api/cycles/{key}', inCycle(key))) });

export const submissionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['cycle', key, 'submissions'],
    queryFn: () => body(api.GET('/api/cycles/{key}/submissions', inCycle(key))),
  });

export type Unfinished = Schemas['CompletenessDto']['commitments'][number];

/** Explains why a commitment has no update in the cycle. */
export function useExplain(key: string, commitmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (explanation: Schemas['Explain']) =>
      body(
        api.PUT('/api/cycles/{key}/explanations/{commitmentId}', {
          params: { path: { key, commitmentId } },
          body: explanation,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cycle', key] }),
  });
}

export const completenessQuery = (key: string, state: string) =>
  queryOptions({
    queryKey: ['cycle', key, 'completeness', state],
    queryFn: () => body(api.GET('/api/cycles/{key}/completeness/{state}', ofState(key, state))),
  });

/** Frozen states of a cycle, newest first. */
export const snapshotsQuery = (key: string) =>
  queryOptions({
    queryKey: ['cycle', key, 'snapshots'],
    queryFn: () => body(api.GET('/api/snapshots', { params: { query: { cycle: key } } })),
  });

export const verify = (id: string) =>
  body(api.GET('/api/snapshots/{id}/verify', { params: { path: { id } } }));

export type CycleAction = 'open' | 'startReview' | 'endorse' | 'publish';

/** Moves the cycle on; everything that shows it is read again. */
export function useCycleAction(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (action: CycleAction): Promise<void> => {
      switch (action) {
        case 'open':
          await body(api.POST('/api/cycles/{key}/open', inCycle(key)));
          break;
        case 'startReview':
          await body(api.POST('/api/cycles/{key}/start-review', inCycle(key)));
          break;
        case 'endorse':
          await body(api.POST('/api/cycles/{key}/endorse', inCycle(key)));
          break;
        case 'publish':
          await body(api.POST('/api/cycles/{key}/publish', inCycle(key)));
          break;
      }
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['cycle', key] }),
        client.invalidateQueries({ queryKey: ['cycles'] }),
        client.invalidateQueries({ queryKey: ['matrix', key] }),
      ]),
  });
}

export type SubmissionAction = 'submit' | 'accept' | 'return' | 'question' | 'answer';

/** A word or a decision about one State's contribution. */
export function useSubmissionAction(key: string, state: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, text }: { action: SubmissionAction; text: string }) => {
      const note = { ...ofState(key, state), body: { note: text === '' ? null : text } };
      switch (action) {
        case 'submit':
          return body(api.POST('/api/cycles/{key}/submissions/{state}/submit', note));
        case 'accept':
          return body(api.POST('/api/cycles/{key}/submissions/{state}/accept', note));
        case 'return':
          return body(api.POST('/api/cycles/{key}/submissions/{state}/return', note));
        case 'question':
        case 'answer':
          return body(
            api.POST('/api/cycles/{key}/submissions/{state}/messages', {
              ...ofState(key, state),
              body: { kind: action, text },
            }),
          );
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['cycle', key] }),
  });
}
