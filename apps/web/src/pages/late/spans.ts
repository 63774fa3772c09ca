/** How much of what is open a page shows: what is late, what is due within a week as well, or everything. */
export const SPANS = ['late', 'week', 'all'] as const;
export type Span = (typeof SPANS)[number];
export const isSpan = (word: unknown): word is Span => (SPANS as readonly unknown[]).includes(word);

export const STATUSES = ['missing', 'draft', 'returned', 'reopened', 'submitted'] as const;
export type LateStatus = (typeof STATUSES)[number];
export const isStatus = (word: unknown): word is LateStatus =>
  (STATUSES as readonly unknown[]).includes(word);
