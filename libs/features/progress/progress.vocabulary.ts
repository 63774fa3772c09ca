/** The closed word lists of progress, in the order in which people see them. Labels: `progress.labels.ts`. */

/** How far a commitment is. */
export const STAGES = ['not_started', 'planning', 'in_progress', 'fulfilled', 'discontinued'] as const;
export type Stage = (typeof STAGES)[number];

/** How likely it is to be fulfilled in time. `not_assessed` is an answer of its own. */
export const OUTLOOKS = ['on_track', 'at_risk', 'off_track', 'not_assessed'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

/** Where an update stands between its author and its reviewer. */
export const REVIEW_STATES = ['draft', 'submitted', 'returned', 'approved', 'published'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Whether somebody stated the percent or it was computed from milestones. */
export const PERCENT_SOURCES = ['reported', 'milestones'] as const;
export type PercentSource = (typeof PERCENT_SOURCES)[number];

/** Fields of an update that may carry a mark "illustrative: the source does not state it". */
export const ILLUSTRATIVE_FIELDS = ['stage', 'outlook', 'percent'] as const;
export type IllustrativeField = (typeof ILLUSTRATIVE_FIELDS)[number];

/** What a fact is. */
export const FACT_KINDS = ['indicator_observation', 'milestone', 'narrative', 'story'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** How well a fact answers a commitment that it is linked to. */
export const FACT_MATCHES = ['direct', 'partial'] as const;
export type FactMatch = (typeof FACT_MATCHES)[number];

/** Report sections of facts that belong to no area of commitments. */
export const FACT_SECTIONS = ['coordination', 'context'] as const;
export type FactSection = (typeof FACT_SECTIONS)[number];

export const EVIDENCE_KINDS = ['link', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A value is there, or one of three different reasons why it is not; zero is a `reported` value. */
export const VALUE_STATES = ['reported', 'unknown', 'not_reported', 'carried_forward'] as const;
export type ValueState = (typeof VALUE_STATES)[number];

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
export type ValueType = (typeof VALUE_TYPES)[number];

/** How exactly the source states the value. */
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
export type Qualifier = (typeof QUALIFIERS)[number];

/** What the value covers: a window, everything since a start, the situation at a date, and so on. */
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
export type Basis = (typeof BASES)[number];

export const FIGURE_ROLES = ['observed', 'target', 'baseline', 'planned_coverage'] as const;
export type FigureRole = (typeof FIGURE_ROLES)[number];

/** True when `value` is one of the words of `list`; narrows the type. */
export const isWordOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  typeof value === 'string' && (list as readonly string[]).includes(value);
