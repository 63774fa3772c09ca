import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { StoriesController } from './stories.controller.js';
import { StoriesService } from './stories.service.js';
import { StorySection } from './story-section.js';
import { StoryDesk } from './story.desk.js';
import { StoryPhotosController } from './story-photos.controller.js';
import { StoryPhotosService } from './story-photos.service.js';
import { StoryPictures } from './story-pictures.js';
import { StoriesImport } from './story.import.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [StoriesController, StoryPhotosController],
  providers: [StoryDesk, StoriesImport, StoriesService, StoryPhotosService, StoryPictures, StorySection],
  exports: [StoriesImport, StoriesService, StoryPhotosService, StoryPictures, StorySection],
})
export class StoriesModule {}
