import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';
import { problemOf } from '~/api/problem';

export type SavedView = Schemas['SavedViewDto'];

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => body(api.GET('/api/me/views')),
  staleTime: 5 * 60_000,
});

/** Saves, changes and deletes the person's views of lists. */
export function useChangeViews() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  return {
    save: useMutation({
      mutationFn: ({ page, name, search, isDefault }: Schemas['NewSavedView']) =>
        body(api.POST('/api/me/views', { body: { page, name, search, isDefault } })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, version, name, search, isDefault }: SavedView) =>
        body(
          api.PUT('/api/me/views/{id}', {
            params: { path: { id }, header: seen(version) },
            body: { name, search, isDefault },
          }),
        ),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: async ({ id }: SavedView) => {
        const { error, response } = await api.DELETE('/api/me/views/{id}', { params: { path: { id } } });
        if (!response.ok) throw problemOf(error, response);
      },
      onSuccess,
    }),
  };
}
