import type { Standing } from '#features/reports';

/** How a commitment stands in an edition. */
export const STANDINGS = [
  'reported',
  'explained',
  'carried_forward',
  'not_reported',
] as const satisfies readonly Standing[];

/** Tables that anybody may take along. */
export type PublicTable = 'commitments' | 'facts';

export const TABLE_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
