import { VALUE_TYPES } from '#features/progress';

/** What a Regional Action Plan is made of, in the order of the report. */
export const PLAN_PARTS = ['focusAreas', 'pillars', 'presidencyLessons'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** Documents of the framework that plans and meetings name. */
export const DOCUMENT_KINDS = ['declaration', 'charter', 'resolution'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a figure of the regional context can be: as those of States, without money, scales and yes or no. */
export const CONTEXT_VALUE_TYPES = VALUE_TYPES.filter(
  (type) => type !== 'money' && type !== 'ordinal' && type !== 'yes_no',
);
export type ContextValueType = (typeof CONTEXT_VALUE_TYPES)[number];

/** What an acronym stands for. */
export const TERM_KINDS = [
  'academia',
  'civil_society',
  'cooperation',
  'document',
  'government',
  'information_system',
  'international_organisation',
  'local_government',
  'mechanism',
  'private_sector',
  'programme',
  'project',
  'register',
  'service',
  'survey',
  'term',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** The place of what belongs to no single State. */
export const WHOLE_REGION = 'REG';
