/** The words of the API that pages choose by; their labels are texts under `word.*`. */
export const STAGES = ['not_started', 'planning', 'in_progress', 'fulfilled', 'discontinued'] as const;
export const OUTLOOKS = ['on_track', 'at_risk', 'off_track', 'not_assessed'] as const;
export const REVIEW_STATES = ['draft', 'submitted', 'returned', 'approved', 'published'] as const;
export const VALUE_STATES = ['reported', 'unknown', 'not_reported', 'carried_forward'] as const;
export const VALUE_TYPES = [
  'count',
  'percent',
  'ratio',
  'yes_no',
  'ordinal',
  'duration',
  'money',
  'frequency',
] as const;
export const QUALIFIERS = [
  'exact',
  'about',
  'more_than',
  'nearly',
  'at_most',
  'less_than',
  'estimate',
  'computed',
] as const;
export const BASES = [
  'period',
  'cumulative',
  'stock',
  'rate',
  'average',
  'maximum',
  'coverage',
  'change',
  'design',
  'distribution',
] as const;

export type Stage = (typeof STAGES)[number];
export type Outlook = (typeof OUTLOOKS)[number];
export type ReviewState = (typeof REVIEW_STATES)[number];
export type ValueState = (typeof VALUE_STATES)[number];
export type ValueType = (typeof VALUE_TYPES)[number];
export type Qualifier = (typeof QUALIFIERS)[number];
export type Basis = (typeof BASES)[number];
export type SubmissionState = 'open' | 'submitted' | 'returned' | 'accepted';
export type CycleState = 'planned' | 'open' | 'in_review' | 'endorsed' | 'published';
export type CycleKind = 'mid_year' | 'annual';
