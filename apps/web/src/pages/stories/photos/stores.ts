import { api, body, type Schemas, seen } from '~/api/client';
import { uploadFile } from '~/api/upload';
import { asSent } from '~/pages/update-form/evidence/photo';
import type { Story, StoryPhoto } from '../queries';

/** A file that hangs longer is given up. */
const PATIENCE = 15 * 60_000;

const at = (story: Story, { id }: { id: string }, version = story.version) => ({
  path: { id: story.id, photoId: id },
  header: seen(version),
});

/**
 * Sends photos one after the other. What went stays when a later one is refused.
 * @param onEach called with the story as each photo is in it
 * @returns the id of the first one
 */
export async function addPhotos(
  story: Story,
  files: readonly File[],
  onEach: (story: Story) => void,
): Promise<string | undefined> {
  let grown = story;
  for (const file of files) {
    grown = await uploadFile<Story>(`/api/stories/${story.id}/photos`, await asSent(file), {
      version: grown.version,
      signal: AbortSignal.timeout(PATIENCE),
    });
    onEach(grown);
  }
  return grown.photos[story.photos.length]?.id;
}

/** @param version the one that the person saw */
export const savePhoto = (
  story: Story,
  photo: StoryPhoto,
  input: Schemas['StoryPhotoInput'],
  version: number,
): Promise<Story> =>
  body(api.PUT('/api/stories/{id}/photos/{photoId}', { params: at(story, photo, version), body: input }));

export const orderPhotos = (story: Story, ids: string[]): Promise<Story> =>
  body(
    api.PUT('/api/stories/{id}/photos', {
      params: { path: { id: story.id }, header: seen(story.version) },
      body: { ids },
    }),
  );

export const removePhoto = (story: Story, photo: StoryPhoto): Promise<Story> =>
  body(api.DELETE('/api/stories/{id}/photos/{photoId}', { params: at(story, photo) }));

export const withdrawPhoto = (story: Story, photo: StoryPhoto): Promise<Story> =>
  body(api.POST('/api/stories/{id}/photos/{photoId}/withdraw', { params: at(story, photo) }));
