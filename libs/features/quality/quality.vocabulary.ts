/** What a person can say to a finding. `corrected` stays on record after the figure was put right and the finding is gone. */
export const FINDING_ANSWERS = ['confirmed', 'corrected', 'explained'] as const;
export type FindingAnswerKind = (typeof FINDING_ANSWERS)[number];
