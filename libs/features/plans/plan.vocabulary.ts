/** The closed word lists of plans. Labels: `plan.labels.ts`. */

/** A plan version: being written, in force, or replaced by a later one. */
export const PLAN_STATUSES = ['draft', 'adopted', 'superseded'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** Whose words the plan has: the State's own, or those of the regional template. */
export const PLAN_BASES = ['own', 'regional_template'] as const;
export type PlanBasis = (typeof PLAN_BASES)[number];

export const PRIORITIES = ['low', 'normal', 'high'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const INSTITUTION_ROLES = ['lead', 'partner'] as const;
export type InstitutionRole = (typeof INSTITUTION_ROLES)[number];

/** Whether the plan names an institution in its role, or somebody concluded it. */
export const ROLE_BASES = ['named', 'inferred'] as const;
export type RoleBasis = (typeof ROLE_BASES)[number];
