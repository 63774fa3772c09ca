/** Key of the section of a year that holds its stories. */
export const STORIES = 'stories';

/** A story is a draft until somebody publishes it, and again when somebody takes it back. */
export const STORY_STATUSES = ['draft', 'published'] as const;
export type StoryStatus = (typeof STORY_STATUSES)[number];

/** Whether a picture shows persons who can be recognised; those who can must have consented. */
export const PEOPLE_SHOWN = ['nobody', 'consented'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

/** Pictures of one story. */
export const MOST_PHOTOS = 6;
