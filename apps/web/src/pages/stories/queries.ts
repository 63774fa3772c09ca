import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Saved, type Schemas, seen } from '~/api/client';

export type Story = Schemas['StoryView'];
export type StoryPhoto = Story['photos'][number];
export type StoryInput = Schemas['CreateStory'];

export const storiesQuery = (search: { state?: string; commitment?: string }) =>
  queryOptions({
    queryKey: ['stories', search],
    queryFn: () =>
      everyPage((page) => body(api.GET('/api/stories', { params: { query: { ...search, ...page } } }))),
  });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['story', id],
    queryFn: () => body(api.GET('/api/stories/{id}', { params: { path: { id } } })),
  });

/** Enters a story, or writes over the draft that the person saw. */
export function useSaveStory(before: Story | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input: { stateCode, ...input }, seenVersion }: Saved<StoryInput>): Promise<Story> =>
      before
        ? body(
            api.PUT('/api/stories/{id}', {
              params: { path: { id: before.id }, header: seen(seenVersion ?? before.version) },
              body: input,
            }),
          )
        : body(api.POST('/api/stories', { body: { stateCode, ...input } })),
    onSuccess: () => forgetStories(client),
  });
}

/** Publishes a story, or takes it back. */
export function useMoveStory({ id, version }: Story) {
  const client = useQueryClient();
  const params = { path: { id }, header: seen(version) };
  return useMutation({
    mutationFn: (to: 'publish' | 'withdraw') =>
      to === 'publish'
        ? body(api.POST('/api/stories/{id}/publish', { params }))
        : body(api.POST('/api/stories/{id}/withdraw', { params })),
    onSuccess: () => forgetStories(client),
  });
}

/** What shows stories is read again. */
export const forgetStories = (client: ReturnType<typeof useQueryClient>): Promise<unknown> =>
  Promise.all(['stories', 'story'].map((name) => client.invalidateQueries({ queryKey: [name] })));
