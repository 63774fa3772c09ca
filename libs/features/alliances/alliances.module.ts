import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { AllianceSections } from './alliance-sections.js';
import { AlliancesController } from './alliances.controller.js';
import { AlliancesService } from './alliances.service.js';
import { GoodPracticesController } from './good-practices.controller.js';
import { GoodPracticesService } from './good-practices.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [AlliancesController, GoodPracticesController],
  providers: [AlliancesService, GoodPracticesService, AllianceSections],
  exports: [AlliancesService, GoodPracticesService, AllianceSections],
})
export class AlliancesModule {}
