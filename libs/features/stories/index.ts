export { StoriesModule } from './stories.module.js';
export { StoriesService } from './stories.service.js';
export { StoriesImport, storiesImport } from './story.import.js';
export { StoryPhotosService } from './story-photos.service.js';
export { StoryPictures } from './story-pictures.js';
export { StorySection } from './story-section.js';
export { CreateStory, StoryBody, StoryView } from './story.dto.js';
export { storyWithdrawn } from './story.topics.js';
export { storyShows, WITHDRAWN } from './story-shows.sql.js';
export { withoutWithdrawn } from './story.rules.js';
export * from './story.vocabulary.js';

import { StoryPhoto } from './story-photo.entity.js';
import { Story } from './story.entity.js';
/** Tables of this room. */
export const storiesEntities = [Story, StoryPhoto];
