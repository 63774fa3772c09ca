/** The closed word lists of States and areas. */

/** The areas that all seven States share, in the order of the reports. A State's own areas map onto these or stand apart. */
export const SHARED_AREAS = [
  'protection',
  'education',
  'health',
  'jobs_and_livelihoods',
  'social_protection',
] as const;
export type SharedArea = (typeof SHARED_AREAS)[number];

/** How exactly the sources know a date. A day of `month` precision is the first of that month. */
export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];
