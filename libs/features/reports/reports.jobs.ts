import { Inject, Injectable, Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { RollupsModule } from '#features/rollups';
import { subscribe } from '#platform/outbox';
import { defineJob, Handles, type JobContext } from '#platform/queue';
import { ReportMaker } from './report-maker.service.js';
import { reportRequested } from './reports.service.js';

/** Makes one report: reads its snapshot, composes and renders it, stores the file. */
export const makeReport = defineJob<{ reportId: string }>({
  name: 'report.make',
  queue: 'reports',
  attempts: 3,
  backoffMs: 2_000,
  timeoutMs: 120_000,
});

export const reportSubscriptions = [
  subscribe(reportRequested, makeReport, ({ reportId }) => ({ reportId }), {
    dedupeKey: ({ reportId }) => reportId,
  }),
];

@Injectable()
class ReportJobs {
  constructor(@Inject(ReportMaker) private readonly maker: ReportMaker) {}

  @Handles(makeReport)
  async make({ reportId }: { reportId: string }, { lastAttempt }: JobContext): Promise<void> {
    await this.maker.make(reportId, lastAttempt);
  }
}

/** Worker only. */
@Module({ imports: [AuditModule, RollupsModule], providers: [ReportMaker, ReportJobs] })
export class ReportJobsModule {}
