import { Module } from '@nestjs/common';
import { StatesModule } from '#features/states';
import { CommitmentsController } from './commitments.controller.js';
import { CommitmentsImport } from './commitments.import.js';
import { CommitmentsService } from './commitments.service.js';
import { FocalPointsService } from './focal-points.service.js';
import { MembersController } from './members.controller.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { PlanDrafts } from './plan-drafts.js';
import { PlanTemplatesController } from './plan-templates.controller.js';
import { PlanTemplatesService } from './plan-templates.service.js';
import { PlanWriter } from './plan.writer.js';
import { PlansController } from './plans.controller.js';
import { PlansQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';

/** Plans, their commitments and who reports on them. */
@Module({
  imports: [StatesModule],
  controllers: [PlansController, CommitmentsController, PlanTemplatesController, MembersController],
  providers: [
    PlansService,
    CommitmentsImport,
    CommitmentsService,
    FocalPointsService,
    MembersQueries,
    MembersService,
    PlanTemplatesService,
    PlansQueries,
    PlanDrafts,
    PlanWriter,
  ],
  exports: [
    PlansService,
    CommitmentsImport,
    CommitmentsService,
    FocalPointsService,
    PlanTemplatesService,
    PlansQueries,
  ],
})
export class PlansModule {}
