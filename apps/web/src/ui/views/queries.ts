import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';
import { problemOf } from '~/api/problem';

export type SavedView = Schemas['SavedViewDto'];

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => body(api.GET('/api/me/views')),
  staleTime: 5 * 60_000,
});

const contentOf = ({
  name,
  search,
  isDefault,
  sharedState,
  sharedTeam,
  sharedBody,
}: Schemas['SavedViewBody']) => ({
  ...{ name, search, isDefault },
  ...(sharedState ? { sharedState } : {}),
  ...(sharedTeam ? { sharedTeam } : {}),
  ...(sharedBody ? { sharedBody } : {}),
});

/** What a list shows, in one order of its parts; which page of it is nothing to keep. */
export function keptOf(search: string): string {
  const parts = new URLSearchParams(search);
  parts.delete('page');
  parts.sort();
  return parts.toString();
}

/** Saves, changes and deletes the person's views of lists. */
export function useChangeViews() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  return {
    save: useMutation({
      mutationFn: ({ page, ...view }: Schemas['NewSavedView']) =>
        body(api.POST('/api/me/views', { body: { page, ...contentOf(view) } })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, version, ...view }: SavedView) =>
        body(
          api.PUT('/api/me/views/{id}', {
            params: { path: { id }, header: seen(version) },
            body: contentOf(view),
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
