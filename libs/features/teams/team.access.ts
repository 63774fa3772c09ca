import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { allowedActions, type ReviewState, type UpdateAction, type UpdateParty } from '#features/progress';
import type { Actor } from '#platform/http';
import { TEAM } from './team.labels.js';

/** What a person may see of team updates, for filters in SQL. */
export interface TeamReach {
  /** Everything, drafts included. */
  all: boolean;
  /** Everything from submission on; holds with `all`, too. */
  submitted: boolean;
  /** Teams of which everything shows. */
  teams: readonly string[];
}

/**
 * Condition for a team update to show.
 * @param all placeholder of whether everything shows, @param submitted whether all from submission on does
 * @param teams placeholder of the teams of which everything shows
 */
export const teamUpdateShows = (all: string, submitted: string, teams: string, update: string): string =>
  `(${update}.review_state = 'published' OR ${all}::boolean OR (${submitted}::boolean AND ${update}.review_state <> 'draft') OR ${update}.team_key = ANY(${teams}::text[]))`;

/** The policy table read for the work of teams and their updates. */
@Injectable()
export class TeamAccess {
  constructor(@Inject(AccessService) private readonly access: AccessService) {}

  /** Lets pass who may change a team's workplan and records. @throws DomainError forbidden, not_found */
  assertWorks(actor: Actor, teamKey: string): void {
    this.access.assertMay(actor, 'team.work', { teamKey, visibility: 'published' }, TEAM);
  }

  writes(actor: Actor, teamKey: string): boolean {
    return this.access.may(actor, 'team_update.write', { teamKey });
  }

  /** Whether the actor reviews the updates of teams, or of one. */
  reviews(actor: Actor, teamKey?: string): boolean {
    return this.access.may(actor, 'team_update.review', teamKey === undefined ? undefined : { teamKey });
  }

  parties(actor: Actor, teamKey: string): UpdateParty[] {
    return [
      ...(this.writes(actor, teamKey) ? (['author'] as const) : []),
      ...(this.reviews(actor, teamKey) ? (['reviewer'] as const) : []),
    ];
  }

  /** Whether the actor may know of an update in this state. */
  reads(actor: Actor, teamKey: string, state: ReviewState): boolean {
    const visibility = state === 'draft' ? 'working' : state === 'published' ? 'published' : 'submitted';
    return this.access.may(actor, 'team_update.read', { teamKey, visibility });
  }

  reach(actor: Actor): TeamReach {
    const { working, submitted } = this.access.reachOf(actor, 'team_update.read');
    const teams = this.access
      .permissionsOf(actor)
      .flatMap(({ permission, scope, teamKey }) =>
        permission === 'team_update.read' && scope === 'own_team' && teamKey ? [teamKey] : [],
      );
    return { all: working === 'all', submitted: submitted === 'all', teams };
  }

  /** What the actor may do with an update now. Publishing belongs to the cycle. */
  actions(
    actor: Actor,
    update: { teamKey: string; reviewState: ReviewState; isLatest: boolean; open: boolean; mine: boolean },
  ): UpdateAction[] {
    if (!update.open) return [];
    const actions = allowedActions(update.reviewState, this.parties(actor, update.teamKey), update.isLatest);
    return update.mine ? actions.filter((action) => action !== 'approve') : actions;
  }
}
