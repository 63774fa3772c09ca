import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { AllianceSections } from './alliance-sections.js';
import { AlliancesController } from './alliances.controller.js';
import { AlliancesService } from './alliances.service.js';
import { GoodPracticesController } from './good-practices.controller.js';
import { GoodPracticesService } from './good-practices.service.js';
import { GoodPracticesImport } from './good-practice.import.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [AlliancesController, GoodPracticesController],
  providers: [GoodPracticesImport, AlliancesService, GoodPracticesService, AllianceSections],
  exports: [GoodPracticesImport, AlliancesService, GoodPracticesService, AllianceSections],
})
export class AlliancesModule {}
