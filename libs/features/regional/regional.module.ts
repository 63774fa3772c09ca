import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { AnnualMeetingsController } from './annual-meetings.controller.js';
import { RegionalFiguresController } from './regional-figures.controller.js';
import { RegionalFiguresService } from './regional-figures.service.js';
import { RegionalPlansController } from './regional-plans.controller.js';
import { RegionalPlansService } from './regional-plans.service.js';
import { RegionalSections } from './regional-sections.js';
import { RegionalWriter } from './regional-writer.js';

/** Regional Action Plans, Annual Meetings and documents of the framework, and the regional context in figures. */
@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [RegionalPlansController, AnnualMeetingsController, RegionalFiguresController],
  providers: [RegionalPlansService, RegionalFiguresService, RegionalSections, RegionalWriter],
  exports: [RegionalPlansService, RegionalFiguresService, RegionalSections],
})
export class RegionalModule {}
