import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import { AFTER_DECISION } from '~/pages/review/queries';
import { KEPT } from '~/api/kept';

export type UpdateDetail = Schemas['UpdateDetail'];
export type UpdateSummary = Schemas['UpdateSummary'];

export const updateQuery = (id: string) =>
  queryOptions({
    queryKey: ['update', id],
    queryFn: () => body(api.GET('/api/updates/{id}', { params: { path: { id } } })),
    enabled: id !== '',
    ...KEPT,
  });

export type Decision =
  | { action: 'approve' }
  | { action: 'return'; reason: string }
  | { action: 'revise'; reason: string };

/** What a reviewer or author decides about an update; lists that held it are read again. */
export function useDecision(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => {
      const params = { path: { id } };
      switch (decision.action) {
        case 'approve':
          return body(api.POST('/api/updates/{id}/approve', { params }));
        case 'return':
          return body(api.POST('/api/updates/{id}/return', { params, body: { reason: decision.reason } }));
        case 'revise':
          return body(api.POST('/api/updates/{id}/revisions', { params, body: { reason: decision.reason } }));
      }
    },
    onSuccess: () => Promise.all(AFTER_DECISION.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
