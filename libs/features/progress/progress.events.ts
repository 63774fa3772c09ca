import { topic } from '#platform/outbox';

/** News about one update; whoever acts on it reads the update then. */
export interface UpdateNews {
  updateId: string;
  commitmentId: string;
  cycleId: string;
  stateCode: string;
}

/** News about a fact that belongs to no update. */
export interface FactNews {
  factId: string;
  cycleId: string;
  stateCode: string;
}

export const progressSubmitted = topic<UpdateNews>('progress.submitted');
export const progressReturned = topic<UpdateNews>('progress.returned');
export const progressApproved = topic<UpdateNews>('progress.approved');
export const factSubmitted = topic<FactNews>('fact.submitted');
export const factReturned = topic<FactNews>('fact.returned');
export const factApproved = topic<FactNews>('fact.approved');
