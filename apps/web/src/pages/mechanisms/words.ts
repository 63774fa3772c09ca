/** What a State's mechanism can be, in the API's words. */
export const MECHANISM_KINDS = ['roundtable', 'working_group', 'commission', 'technical_team'] as const;

export interface MechanismSearch {
  state?: string;
  kind?: (typeof MECHANISM_KINDS)[number];
}
