import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { IdentityModule } from '#features/identity';
import { TeamActivitiesImport } from './team-activities-import.service.js';
import { TeamProductFilesService } from './team-product-files.service.js';
import { TeamRecordsController } from './team-records.controller.js';
import { TeamRecordsService } from './team-records.service.js';
import { TeamReferences } from './team-references.js';
import { TeamRollupsService } from './team-rollups.service.js';
import { TeamSections } from './team-sections.js';
import { TeamsController } from './teams.controller.js';
import { TeamsQueries } from './teams.queries.js';
import { TeamsService } from './teams.service.js';
import { TeamAccess } from './team.access.js';
import { TeamUpdateChanges } from './team-update-changes.js';
import { TeamUpdatesController } from './team-updates.controller.js';
import { TeamUpdatesQueries } from './team-updates.queries.js';
import { TeamUpdatesService } from './team-updates.service.js';
import { TeamWorkController } from './team-work.controller.js';
import { TeamWorkQueries } from './team-work.queries.js';
import { WorkplansService } from './workplans.service.js';

@Module({
  imports: [AuditModule, IdentityModule, CyclesModule],
  controllers: [TeamsController, TeamWorkController, TeamRecordsController, TeamUpdatesController],
  providers: [
    TeamReferences,
    TeamsQueries,
    TeamsService,
    TeamWorkQueries,
    WorkplansService,
    TeamActivitiesImport,
    TeamRecordsService,
    TeamProductFilesService,
    TeamAccess,
    TeamUpdateChanges,
    TeamUpdatesQueries,
    TeamUpdatesService,
    TeamRollupsService,
    TeamSections,
  ],
  exports: [
    TeamAccess,
    TeamsQueries,
    TeamsService,
    TeamWorkQueries,
    WorkplansService,
    TeamActivitiesImport,
    TeamRecordsService,
    TeamUpdatesService,
    TeamRollupsService,
    TeamSections,
  ],
})
export class TeamsModule {}
