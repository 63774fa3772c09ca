import { topic } from '#platform/outbox';

/** A plan version came into force; `supersededPlanId` is the one that it replaces. */
export const planAdopted = topic<{ planId: string; stateCode: string; supersededPlanId: string | null }>(
  'plan.adopted',
);
