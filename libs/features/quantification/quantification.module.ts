import { Module } from '@nestjs/common';
import { QuantificationController } from './quantification.controller.js';
import { QuantificationSection } from './quantification-section.service.js';
import { QuantificationService } from './quantification.service.js';

@Module({
  controllers: [QuantificationController],
  providers: [QuantificationService, QuantificationSection],
  exports: [QuantificationService, QuantificationSection],
})
export class QuantificationModule {}
