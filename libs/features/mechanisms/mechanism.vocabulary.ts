/** What a State's mechanism is. */
export const MECHANISM_KINDS = ['roundtable', 'working_group', 'commission', 'technical_team'] as const;
export type MechanismKind = (typeof MECHANISM_KINDS)[number];

/** How exactly a day is known: with `month` and `year` only that part of it counts. */
export const DAY_PRECISIONS = ['day', 'month', 'year'] as const;
export type DayPrecision = (typeof DAY_PRECISIONS)[number];

/** How far what was agreed is. `unknown`: nobody has said since. */
export const AGREEMENT_STATUSES = ['agreed', 'in_progress', 'done', 'dropped', 'unknown'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];
