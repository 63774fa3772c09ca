import { topic } from '#platform/outbox';
import type { MessageKind } from './cycle.vocabulary.js';

/** News about a whole cycle. */
export interface CycleNews {
  cycleId: string;
  key: string;
}

/** News about one State's part in a cycle. */
export interface SubmissionNews {
  cycleId: string;
  stateCode: string;
  submissionId: string;
}

/** News about one commitment in a cycle: its coverage changed without an update. */
export interface ExplanationNews {
  cycleId: string;
  stateCode: string;
  commitmentId: string;
}

export const cycleOpened = topic<CycleNews>('cycle.opened');
/** Its days moved: another plan may be in force by the cut-off, and another cycle may come before it. */
export const cycleDatesChanged = topic<CycleNews>('cycle.dates_changed');
export const cycleReviewStarted = topic<CycleNews>('cycle.review_started');
export const cycleEndorsed = topic<CycleNews>('cycle.endorsed');
export const cyclePublished = topic<CycleNews>('cycle.published');
export const submissionSubmitted = topic<SubmissionNews>('submission.submitted');
export const submissionAccepted = topic<SubmissionNews>('submission.accepted');
export const submissionReturned = topic<SubmissionNews>('submission.returned');
/** Somebody asked about a State's part, or answered. */
export const submissionSaid = topic<SubmissionNews & { kind: MessageKind }>('submission.said');
export const commitmentExplained = topic<ExplanationNews>('cycle.commitment_explained');
export const commitmentReopened = topic<ExplanationNews>('cycle.commitment_reopened');
