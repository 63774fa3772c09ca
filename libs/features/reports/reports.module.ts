import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { IdentityModule } from '#features/identity';
import { RollupsModule } from '#features/rollups';
import { StoriesModule } from '#features/stories';
import { ReportRegister } from './report-register.service.js';
import { ReportRequests } from './report-requests.service.js';
import { ReportSubjects } from './report-subjects.service.js';
import { ReportRedaction } from './report-redaction.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [AuditModule, IdentityModule, CyclesModule, RollupsModule, StoriesModule],
  controllers: [ReportsController],
  providers: [ReportsService, ReportRequests, ReportRedaction, ReportRegister, ReportSubjects],
  exports: [ReportsService, ReportRequests, ReportRegister],
})
export class ReportsModule {}
