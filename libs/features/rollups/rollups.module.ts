import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { IdentityModule } from '#features/identity';
import { RollupsController } from './rollups.controller.js';
import { RollupsService } from './rollups.service.js';
import { SnapshotsService } from './snapshots.service.js';

@Module({
  imports: [AuditModule, IdentityModule, CyclesModule],
  controllers: [RollupsController],
  providers: [RollupsService, SnapshotsService],
  exports: [RollupsService, SnapshotsService],
})
export class RollupsModule {}
