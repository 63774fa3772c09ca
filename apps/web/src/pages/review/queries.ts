import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Schemas } from '~/api/client';

export type Waiting = Schemas['UpdateSummary'];

/** Updates that wait for a decision, of the States that the person reviews, in the order of the plan. */
export const queueQuery = queryOptions({
  queryKey: ['review'],
  queryFn: async () => {
    const { items } = await everyPage((page) =>
      body(
        api.GET('/api/updates', { params: { query: { reviewState: 'submitted', latest: true, ...page } } }),
      ),
    );
    return items.sort((a, b) => b.periodEnd.localeCompare(a.periodEnd) || a.code.localeCompare(b.code));
  },
});

/** What is read again after a decision about updates. */
export const AFTER_DECISION = ['update', 'review', 'due', 'commitment', 'progress', 'cycle', 'findings'];

/** Approves what says that nothing changed; the answer tells what could not be approved. */
export function useBulkApproval() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (updateIds: string[]) => body(api.POST('/api/updates/approvals', { body: { updateIds } })),
    onSuccess: () => Promise.all(AFTER_DECISION.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
