export const LEVELS = ['impact', 'outcome', 'output'] as const;
export const STATES_OF_VALUES = [
  'reported',
  'unknown',
  'not_reported',
  'not_applicable',
  'carried_forward',
] as const;
export const PARTS = ['h1', 'h2', 'q1', 'q2', 'q3', 'q4'] as const;
export const ROLES = ['baseline', 'target', 'actual'] as const;

export interface IndicatorSearch {
  framework?: string;
  level?: (typeof LEVELS)[number];
  state?: string;
  q?: string;
}
