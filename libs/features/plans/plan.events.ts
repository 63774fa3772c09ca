import { topic } from '#platform/outbox';

/** A plan version came into force; `supersededPlanId` is the one that it replaces. */
export const planAdopted = topic<{ planId: string; stateCode: string; supersededPlanId: string | null }>(
  'plan.adopted',
);

/** Somebody else made a person focal point of a commitment. */
export const focalPointNamed = topic<{ commitmentId: string; userId: string }>('plan.focal_point_named');
