import { Module } from '@nestjs/common';
import { AlliancesModule } from '#features/alliances';
import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { IdentityModule } from '#features/identity';
import { IndicatorsModule } from '#features/indicators';
import { PartnersModule } from '#features/partners';
import { PledgesModule } from '#features/pledges';
import { QualityModule } from '#features/quality';
import { ProjectsModule } from '#features/projects';
import { QuantificationModule } from '#features/quantification';
import { RegionalModule } from '#features/regional';
import { TeamsModule } from '#features/teams';
import { StoriesModule } from '#features/stories';
import { RegionalLayer } from './regional-layer.js';
import { RollupsController } from './rollups.controller.js';
import { RollupsService } from './rollups.service.js';
import { SnapshotAssembly } from './snapshot-assembly.service.js';
import { StageMoves } from './stage-moves.service.js';
import { SnapshotsService } from './snapshots.service.js';

@Module({
  imports: [
    AuditModule,
    IdentityModule,
    CyclesModule,
    IndicatorsModule,
    PledgesModule,
    RegionalModule,
    QualityModule,
    TeamsModule,
    ProjectsModule,
    QuantificationModule,
    AlliancesModule,
    StoriesModule,
    PartnersModule,
  ],
  controllers: [RollupsController],
  providers: [StageMoves, RegionalLayer, RollupsService, SnapshotAssembly, SnapshotsService],
  exports: [RollupsService, SnapshotsService],
})
export class RollupsModule {}
