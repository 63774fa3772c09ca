/** How exactly a source knows a day. `not_stated`: the source gives none. */
export const DAY_PRECISIONS = ['day', 'month', 'year', 'not_stated'] as const;
export type DayPrecision = (typeof DAY_PRECISIONS)[number];
