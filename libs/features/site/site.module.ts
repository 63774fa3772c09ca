import { Module } from '@nestjs/common';
import { PledgesModule } from '#features/pledges';
import { Embeds } from './embeds.service.js';
import { LinkCards } from './link-cards.service.js';
import { LinkPictures } from './link-pictures.service.js';
import { PublishedEditions } from './published-editions.service.js';
import { SiteController } from './site.controller.js';
import { SitePages } from './site-pages.service.js';
import { SiteService } from './site.service.js';
import { ThingCards } from './thing-cards.service.js';

@Module({
  imports: [PledgesModule],
  controllers: [SiteController],
  providers: [Embeds, LinkCards, LinkPictures, PublishedEditions, SitePages, SiteService, ThingCards],
  exports: [Embeds, LinkCards, LinkPictures, PublishedEditions, SitePages],
})
export class SiteModule {}
