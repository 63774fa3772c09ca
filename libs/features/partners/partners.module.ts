import { Module } from '@nestjs/common';
import { PartnerFigureRecords } from './partner-figure-records.js';
import { PartnerFiguresImport } from './partner-figures-import.service.js';
import { PartnerSection } from './partner-section.js';
import { PartnersController } from './partners.controller.js';
import { PartnersService } from './partners.service.js';

@Module({
  controllers: [PartnersController],
  providers: [PartnersService, PartnerFigureRecords, PartnerFiguresImport, PartnerSection],
  exports: [PartnersService, PartnerFiguresImport, PartnerSection],
})
export class PartnersModule {}
