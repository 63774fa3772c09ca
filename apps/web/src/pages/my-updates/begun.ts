import type { Kept } from '~/outbox/kept-drafts';
import type { Due } from './queries';

/** What is kept on this device of an update due. */
export const keptOf = (kept: Kept[], { cycleKey, commitmentId }: Due): Kept | undefined =>
  kept.find((each) => each.cycleKey === cycleKey && each.commitmentId === commitmentId);

/** Something was written, here or on the server, and is not on its way to review. */
export const isBegun = (item: Due, kept: Kept | undefined): boolean =>
  kept
    ? kept.draft !== null && !kept.submit
    : item.reviewState === 'draft' || item.reviewState === 'returned';
