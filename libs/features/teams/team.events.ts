import { topic } from '#platform/outbox';

/** News about what a team says in a cycle; whoever acts on it reads the update then. */
export interface TeamUpdateNews {
  updateId: string;
  teamKey: string;
  cycleId: string;
}

/** An activity came or went: shares of the workplan are over another number now. */
export interface WorkplanNews {
  teamKey: string;
  year: number;
}

export const teamUpdateSubmitted = topic<TeamUpdateNews>('team_update.submitted');
export const teamUpdateReturned = topic<TeamUpdateNews>('team_update.returned');
export const teamUpdateApproved = topic<TeamUpdateNews>('team_update.approved');
export const teamWorkplanChanged = topic<WorkplanNews>('team.workplan_changed');
