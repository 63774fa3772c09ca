import { Module } from '@nestjs/common';
import { CyclesController } from './cycles.controller.js';
import { CyclesService } from './cycles.service.js';
import { ExplanationsService } from './explanations.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsService } from './submissions.service.js';

/** Reporting cycles and the States' contributions. Needs a `CycleContent`, which the room of updates provides globally. */
@Module({
  controllers: [CyclesController, SubmissionsController],
  providers: [CyclesService, SubmissionsService, ExplanationsService],
  exports: [CyclesService, SubmissionsService, ExplanationsService],
})
export class CyclesModule {}
