import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { RegionalController } from './regional.controller.js';
import { RegionalService } from './regional.service.js';

@Module({
  imports: [AuditModule],
  controllers: [RegionalController],
  providers: [RegionalService],
  exports: [RegionalService],
})
export class RegionalModule {}
