/** Condition for a story to show. @param states placeholder of States whose drafts show, @param all of whether those are all */
export const storyShows = (states: string, all: string, story: string): string =>
  `(${all}::boolean OR ${story}.status = 'published' OR ${story}.state_code = ANY(${states}::text[]))`;
