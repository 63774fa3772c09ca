/** What can be found, in the order in which results are shown. */
export const SEARCH_KINDS = [
  'commitment',
  'update',
  'fact',
  'pledge',
  'indicator',
  'project',
  'funding',
  'team',
  'team_update',
  'mechanism',
  'alliance',
  'story',
  'partner',
  'regional',
  'institution',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Of each kind so many are shown until one kind is chosen. */
export const FIRST_OF_EACH = 4;

/** The rank of what bears the code that was asked for, and of nothing else. */
export const BY_CODE = 10_000_000;

/** What is found through the institution that leads it ranks below zero, and by so much at most. */
export const BY_LEAD = 1_000_000;
