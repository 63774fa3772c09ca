import type { EntityClass } from '#platform/database';
import { TeamProduct, TeamSession, TeamSessionAttendee } from './team-records.entity.js';
import { Team, TeamAdvisor, TeamLead, TeamMember, TeamYear } from './team.entity.js';
import { TeamRollup, TeamUpdate, TeamUpdateActivity } from './team-update.entity.js';
import {
  TeamActivity,
  TeamActivityCommitment,
  TeamActivityPledge,
  TeamActivitySupporter,
} from './team-work.entity.js';

export * from './team.vocabulary.js';
export * from './team.labels.js';
export * from './team.events.js';
export type { CreateTeam, TeamDto } from './team.dto.js';
export type { TeamActivityDto, CreateTeamActivity } from './team-work.dto.js';
export { TeamAccess, teamUpdateShows } from './team.access.js';
export { TeamActivitiesImport } from './team-activities-import.service.js';
export { teamActivitiesImport } from './team-activity.import.js';
export { TeamRecordsService } from './team-records.service.js';
export { TeamRollupsService } from './team-rollups.service.js';
export { TeamSections } from './team-sections.js';
export { TeamsQueries } from './teams.queries.js';
export { Team } from './team.entity.js';
export { TeamsService } from './teams.service.js';
export { TeamUpdatesService } from './team-updates.service.js';
export { TeamWorkQueries } from './team-work.queries.js';
export { WorkplansService } from './workplans.service.js';
export { TeamsModule } from './teams.module.js';
export { TeamJobsModule, teamSubscriptions } from './teams.jobs.js';

/** Tables of this room. */
export const teamsEntities: EntityClass[] = [
  Team,
  TeamLead,
  TeamMember,
  TeamAdvisor,
  TeamYear,
  TeamActivity,
  TeamActivitySupporter,
  TeamActivityCommitment,
  TeamActivityPledge,
  TeamSession,
  TeamSessionAttendee,
  TeamProduct,
  TeamUpdate,
  TeamUpdateActivity,
  TeamRollup,
];
