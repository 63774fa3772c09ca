import { StoriesService, StoryPhotosService } from '#features/stories';
import { runAs } from '#platform/http';
import { readPicture, readStories2024 } from '../../demo/index.js';
import type { Stage } from './reporting.js';

/** Publishes the stories of the year, each with the drawing that was made for it, before the region is frozen. */
export async function publishStories({ services, clock, cast }: Stage): Promise<void> {
  const [stories, photos] = [services.get(StoriesService), services.get(StoryPhotosService)];
  const secretariat = cast.holder('secretariat', null, clock.now());
  await runAs(secretariat, async () => {
    for (const { story, picture, photo } of readStories2024()) {
      const { id, version } = await stories.create(secretariat, story);
      const read = () => Promise.resolve({ name: picture, bytes: readPicture(picture) });
      const drawn = await photos.add(secretariat, id, version, { read });
      const said = await photos.save(secretariat, id, drawn.version, drawn.photos[0]?.id ?? '', photo);
      await stories.publish(secretariat, id, said.version);
    }
  });
}
