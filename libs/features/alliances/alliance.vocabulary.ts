/** With whom the MIRPS keeps a dialogue, in the order of the reports. */
export const DIALOGUE_KINDS = ['civil_society', 'private_sector', 'academia'] as const;
export type DialogueKind = (typeof DIALOGUE_KINDS)[number];

/** Events at the Organization of American States, and learning events of the Support Platform. */
export const EVENT_KINDS = ['oas', 'learning'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How much of a day is known; with `month` and `year` the rest of the day says nothing. */
export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const MEMBER_KINDS = ['state', 'organisation'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];
