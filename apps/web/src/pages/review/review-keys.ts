/** The keys of the review; each works while nothing is being written and no dialog is open. */
export const REVIEW_KEYS = { next: 'j', previous: 'k', approve: 'a', return: 'r' } as const;
