import { Module } from '@nestjs/common';
import { PublishedEditions } from './published-editions.service.js';
import { SiteController } from './site.controller.js';
import { SiteService } from './site.service.js';

@Module({
  controllers: [SiteController],
  providers: [PublishedEditions, SiteService],
  exports: [PublishedEditions, SiteService],
})
export class SiteModule {}
