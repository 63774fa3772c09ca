import type { EntityClass } from '#platform/database';
import { CommitmentExplanation } from './commitment-explanation.entity.js';
import { Cycle } from './cycle.entity.js';
import { StateSubmission } from './state-submission.entity.js';
import { SubmissionMessage } from './submission-message.entity.js';

/** Tables of this room. */
export const cyclesEntities: EntityClass[] = [
  Cycle,
  StateSubmission,
  SubmissionMessage,
  CommitmentExplanation,
];
