/** The closed word lists of reporting cycles. Labels: `cycle.labels.ts`. */

export const CYCLE_KINDS = ['mid_year', 'annual'] as const;
export type CycleKind = (typeof CYCLE_KINDS)[number];

export const CYCLE_STATES = ['planned', 'open', 'in_review', 'endorsed', 'published'] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

/** Where one State's contribution to a cycle stands. */
export const SUBMISSION_STATES = ['open', 'submitted', 'returned', 'accepted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Why a commitment has no approved update in a cycle; `reopened` lifts the lock of one commitment, not of the cycle. */
export const EXPLANATION_KINDS = ['no_change', 'not_assessed', 'reopened'] as const;
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

export const MESSAGE_KINDS = ['question', 'answer', 'return', 'accept'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
