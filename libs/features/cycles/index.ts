export * from './cycle.labels.js';
export * from './cycle.rules.js';
export * from './cycle.vocabulary.js';
export * from './submission.rules.js';
export { cyclesEntities } from './cycles.entities.js';
export { Cycle } from './cycle.entity.js';
export { StateSubmission } from './state-submission.entity.js';
export { SubmissionMessage } from './submission-message.entity.js';
export { CommitmentExplanation } from './commitment-explanation.entity.js';
