/** Condition for a story to show. @param states placeholder of States whose drafts show, @param all of whether those are all */
export const storyShows = (states: string, all: string, story: string): string =>
  `(${all}::boolean OR ${story}.status = 'published' OR ${story}.state_code = ANY(${states}::text[]))`;

/** Everything that was ever taken back, as a table: stories, and photos of stories. */
export const WITHDRAWN =
  '(SELECT id, withdrawn_at FROM stories UNION ALL SELECT id, withdrawn_at FROM story_photos)';
