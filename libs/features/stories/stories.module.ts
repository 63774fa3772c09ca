import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { StoriesController } from './stories.controller.js';
import { StoriesService } from './stories.service.js';
import { StorySection } from './story-section.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [StoriesController],
  providers: [StoriesService, StorySection],
  exports: [StoriesService, StorySection],
})
export class StoriesModule {}
