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
export * from './plan.labels.js';
export type * from './plan.content.js';
export { focalPointNamed, planAdopted } from './plan.events.js';
export { CommitmentDto, CommitmentHistoryDto, FocalPointDto } from './commitment.dto.js';
export { PlanDto, PlanSummaryDto } from './plan.dto.js';
export { CommitmentsImport, commitmentsImport } from './commitments.import.js';
export { CommitmentsService } from './commitments.service.js';
export { FocalPointsService } from './focal-points.service.js';
export { type CurrentCommitment, PlansQueries } from './plans.queries.js';
export { PlansService } from './plans.service.js';
export { PlanDrafts } from './plan-drafts.js';
export { PlanWriter } from './plan.writer.js';
export { PlanTemplatesService } from './plan-templates.service.js';
export { PlansModule } from './plans.module.js';

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
