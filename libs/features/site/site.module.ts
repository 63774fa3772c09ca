import { Module } from '@nestjs/common';
import { PublishedEditions } from './published-editions.service.js';
import { SiteController } from './site.controller.js';
import { SitePages } from './site-pages.service.js';
import { SiteService } from './site.service.js';

@Module({
  controllers: [SiteController],
  providers: [PublishedEditions, SitePages, SiteService],
  exports: [PublishedEditions, SitePages],
})
export class SiteModule {}
