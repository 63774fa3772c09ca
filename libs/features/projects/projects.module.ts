import { Module } from '@nestjs/common';
import { ProgrammesService } from './programmes.service.js';
import { ProjectRecords } from './project-records.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';

@Module({
  controllers: [ProjectsController],
  providers: [ProjectsService, ProgrammesService, ProjectRecords],
  exports: [ProjectsService, ProgrammesService],
})
export class ProjectsModule {}
