/** The closed word lists of States and areas. */

/** The areas that all seven States share, in the order of the reports. A State's own areas map onto these or stand apart. */
export const SHARED_AREAS = [
  'protection',
  'education',
  'health',
  'jobs_and_livelihoods',
  'social_protection',
] as const;

/** Open lists of words that commitments and figures use by key: whom they are for, and what a State does. */
export const TERM_LISTS = ['population', 'action_mode'] as const;
export type TermList = (typeof TERM_LISTS)[number];

/** How exactly the sources know a date. A day of `month` precision is the first of that month. */
export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];
