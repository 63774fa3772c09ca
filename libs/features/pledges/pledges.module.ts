import { Module } from '@nestjs/common';
import { PledgeForumsService } from './pledge-forums.service.js';
import { PledgeRecords } from './pledge-records.js';
import { PledgeSection } from './pledge-section.service.js';
import { PledgesController } from './pledges.controller.js';
import { PledgesReading } from './pledges-reading.js';
import { PledgesService } from './pledges.service.js';

@Module({
  controllers: [PledgesController],
  providers: [PledgesService, PledgesReading, PledgeForumsService, PledgeRecords, PledgeSection],
  exports: [PledgesService, PledgesReading, PledgeForumsService, PledgeSection],
})
export class PledgesModule {}
