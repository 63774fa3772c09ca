import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { ProgressModule } from '#features/progress';
import { FindingsController } from './findings.controller.js';
import { FindingsQueries } from './findings.queries.js';
import { FindingsService } from './findings.service.js';

@Module({
  imports: [AuditModule, IdentityModule, ProgressModule],
  controllers: [FindingsController],
  providers: [FindingsQueries, FindingsService],
  exports: [FindingsService],
})
export class QualityModule {}
