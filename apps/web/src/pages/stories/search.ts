export interface StorySearch {
  state?: string;
}

export const storySearchOf = (search: Record<string, unknown>): StorySearch =>
  typeof search['state'] === 'string' ? { state: search['state'] } : {};
