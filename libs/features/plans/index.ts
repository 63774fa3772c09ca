import type { EntityClass } from '#platform/database';
import { Commitment } from './commitment.entity.js';
import { CommitmentFocalPoint } from './focal-point.entity.js';
import { CommitmentInstitution } from './commitment-institution.entity.js';
import { CommitmentVersion } from './commitment-version.entity.js';
import { Milestone } from './milestone.entity.js';
import { Plan } from './plan.entity.js';
import { PlanTemplate } from './plan-template.entity.js';

export {
  Commitment,
  CommitmentFocalPoint,
  CommitmentInstitution,
  CommitmentVersion,
  Milestone,
  Plan,
  PlanTemplate,
};
export * from './plan.vocabulary.js';
export type { CommitmentContent, CommitmentInstitutionContent, MilestoneContent } from './plan.content.js';

/** Tables of this room. */
export const plansEntities: EntityClass[] = [
  Plan,
  PlanTemplate,
  Commitment,
  CommitmentVersion,
  CommitmentInstitution,
  Milestone,
  CommitmentFocalPoint,
];
