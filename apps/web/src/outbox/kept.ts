import type { FieldProblem } from '~/api/problem';
import type { Draft } from '~/pages/update-form/draft';

/** One commitment in one cycle, of one person. */
export interface Place {
  userId: string;
  cycleKey: string;
  commitmentId: string;
}

/** Why something waits for the person instead of for a network. */
export type Stuck =
  | { why: 'conflict' }
  /** The server's own words; of a number that cannot be read there are none. */
  | { why: 'refused'; detail: string; fields: FieldProblem[] };

/** What was written on this device and is not on the server, or not yet handed to review. */
export interface Kept extends Place {
  code: string;
  /** Null: nothing changed, for `reason`. */
  draft: Draft | null;
  reason?: { narrativeEn: string } | { narrativeEs: string };
  /** The update that it was written on, and its version; null when there was none yet. */
  updateId: string | null;
  version: number | null;
  /** When it was last written, which also tells one content from another. */
  at: string;
  /** What the server has, by its `at`: then only handing over is missing. */
  savedAt?: string;
  /** Hand it to review as soon as the server has it. */
  submit: boolean;
  /** Makes creating it twice one creation. */
  key: string;
  /** Was sent, and no answer came: if the server has just this, it is ours. */
  tried?: Draft;
  stuck?: Stuck;
  /** What left whole while no page was open, by its `at`; stays until a page has read what the server made of it. */
  gone?: string;
}

/** Begins the name of everything kept. */
export const PREFIX = 'mirps.draft.';
export const keyOf = ({ userId, cycleKey, commitmentId }: Place): string =>
  `${PREFIX}${userId}.${cycleKey}.${commitmentId}`;
