import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { StoriesController } from './stories.controller.js';
import { StoriesService } from './stories.service.js';
import { StorySection } from './story-section.js';
import { StoriesImport } from './story.import.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [StoriesController],
  providers: [StoriesImport, StoriesService, StorySection],
  exports: [StoriesImport, StoriesService, StorySection],
})
export class StoriesModule {}
