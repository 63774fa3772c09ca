import { Inject, Injectable, Module } from '@nestjs/common';
import { cycleOpened, cyclePublished } from '#features/cycles';
import { subscribe } from '#platform/outbox';
import { defineJob, Handles } from '#platform/queue';
import { teamUpdateApproved, teamWorkplanChanged } from './team.events.js';
import { TeamRollupsService } from './team-rollups.service.js';
import { TeamsModule } from './teams.module.js';
import { TeamUpdatesService } from './team-updates.service.js';

/** One team in one cycle after its update was approved. */
export const recomputeTeam = defineJob<{ cycleId: string; teamKey: string }>({
  name: 'teams.rollup',
  queue: 'rollups',
});

/** One team in the running cycles of a year after its workplan changed. */
export const recomputeTeamYear = defineJob<{ teamKey: string; year: number }>({
  name: 'teams.rollup_year',
  queue: 'rollups',
});

/** Every team when a cycle opens: nobody has reported yet, and that shows. */
export const recomputeTeams = defineJob<{ cycleId: string }>({
  name: 'teams.rollup_cycle',
  queue: 'rollups',
});

/** Team updates become public with their cycle. */
export const publishTeamUpdates = defineJob<{ cycleId: string }>({ name: 'teams.publish', queue: 'rollups' });

/** How long news of one team gathers before it is counted. */
const GATHER_MS = 400;

export const teamSubscriptions = [
  subscribe(teamUpdateApproved, recomputeTeam, ({ cycleId, teamKey }) => ({ cycleId, teamKey }), {
    dedupeKey: ({ cycleId, teamKey }) => `${cycleId}/${teamKey}`,
    debounceMs: GATHER_MS,
  }),
  subscribe(teamWorkplanChanged, recomputeTeamYear, ({ teamKey, year }) => ({ teamKey, year }), {
    dedupeKey: ({ teamKey, year }) => `${teamKey}/${year}`,
    debounceMs: GATHER_MS,
  }),
  subscribe(cycleOpened, recomputeTeams, ({ cycleId }) => ({ cycleId })),
  subscribe(cyclePublished, publishTeamUpdates, ({ cycleId }) => ({ cycleId })),
];

@Injectable()
class TeamJobs {
  constructor(
    @Inject(TeamRollupsService) private readonly rollups: TeamRollupsService,
    @Inject(TeamUpdatesService) private readonly updates: TeamUpdatesService,
  ) {}

  @Handles(recomputeTeam)
  team({ cycleId, teamKey }: { cycleId: string; teamKey: string }): Promise<void> {
    return this.rollups.recompute(cycleId, teamKey);
  }

  @Handles(recomputeTeamYear)
  year({ teamKey, year }: { teamKey: string; year: number }): Promise<void> {
    return this.rollups.recomputeYear(teamKey, year);
  }

  @Handles(recomputeTeams)
  cycle({ cycleId }: { cycleId: string }): Promise<void> {
    return this.rollups.recomputeCycle(cycleId);
  }

  @Handles(publishTeamUpdates)
  publish({ cycleId }: { cycleId: string }): Promise<number> {
    return this.updates.publish(cycleId);
  }
}

/** Worker only. */
@Module({ imports: [TeamsModule], providers: [TeamJobs] })
export class TeamJobsModule {}
