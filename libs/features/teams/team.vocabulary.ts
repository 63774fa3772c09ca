/** How exactly the day of something is known; `not_stated`: the source gives no date at all. */
export const TEAM_DATE_PRECISIONS = ['day', 'month', 'year', 'not_stated'] as const;
export type TeamDatePrecision = (typeof TEAM_DATE_PRECISIONS)[number];

/** How exactly the ends of a lead's period are known. */
export const LEAD_PRECISIONS = ['day', 'month', 'year'] as const;
export type LeadPrecision = (typeof LEAD_PRECISIONS)[number];

/** Who leads a team, or belongs to it: a State, or a city of one. */
export const LEAD_KINDS = ['state', 'municipality'] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

export const MEMBER_KINDS = ['state', 'city'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** Whether the source names a lead's institution or it follows from elsewhere in the source. */
export const LEAD_BASES = ['named', 'inferred'] as const;
export type LeadBasis = (typeof LEAD_BASES)[number];

/** `panel`: sits on the advisory panel; `expert`: advises on its subject. */
export const ADVISOR_ROLES = ['panel', 'expert'] as const;
export type AdvisorRole = (typeof ADVISOR_ROLES)[number];

/** Where an activity of a workplan stands. */
export const ACTIVITY_STATUSES = ['planned', 'in_progress', 'done', 'postponed', 'cancelled'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];
