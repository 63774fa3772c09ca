import { Module } from '@nestjs/common';
import { InstitutionsService } from './institutions.service.js';
import { PresidenciesController } from './presidencies.controller.js';
import { PresidenciesService } from './presidencies.service.js';
import { ReferenceService } from './reference.service.js';
import { StatesController } from './states.controller.js';
import { StatesService } from './states.service.js';

/** States, areas, institutions and Presidencies. */
@Module({
  controllers: [StatesController, PresidenciesController],
  providers: [StatesService, PresidenciesService, InstitutionsService, ReferenceService],
  exports: [StatesService, InstitutionsService, ReferenceService],
})
export class StatesModule {}
