/** How long an answer stays on a device without being read again: a week, and one more without coverage. */
export const KEPT_FOR = 14 * 24 * 60 * 60_000;

/** Answers that somebody who writes updates can read without a network. */
export const KEPT = { gcTime: KEPT_FOR, meta: { kept: true } } as const;
