/** Key of the section of a year that holds its stories. */
export const STORIES = 'stories';

/** A story is a draft until somebody publishes it, and again when somebody takes it back. */
export const STORY_STATUSES = ['draft', 'published'] as const;
export type StoryStatus = (typeof STORY_STATUSES)[number];
