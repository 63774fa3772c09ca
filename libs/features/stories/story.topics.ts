import { topic } from '#platform/outbox';

/** Somebody took a story back: what shows it must be made again without it. */
export const storyWithdrawn = topic<{ storyId: string }>('story.withdrawn');
