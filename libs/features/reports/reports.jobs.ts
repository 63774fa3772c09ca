import { Inject, Injectable, Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { RollupsModule } from '#features/rollups';
import { StoriesModule, storyWithdrawn } from '#features/stories';
import { subscribe } from '#platform/outbox';
import { defineJob, GivesUp, Handles } from '#platform/queue';
import { ReportMaker, type ReportRun } from './report-maker.service.js';
import { ReportRedaction } from './report-redaction.service.js';
import { reportRequested } from './report.topics.js';

/** Makes one report: reads its snapshot, composes and renders it, stores the file. */
export const makeReport = defineJob<ReportRun>({
  name: 'report.make',
  queue: 'reports',
  attempts: 3,
  backoffMs: 2_000,
  timeoutMs: 120_000,
});

/** Looks for files that show a story which was taken back, and has them made again. */
export const redactReports = defineJob<object>({ name: 'report.redact', queue: 'reports', attempts: 5 });

export const reportSubscriptions = [
  subscribe(storyWithdrawn, redactReports, () => ({}), { dedupeKey: () => 'withdrawn' }),
  subscribe(reportRequested, makeReport, ({ reportId, run }) => ({ reportId, run }), {
    dedupeKey: ({ run }) => run,
  }),
];

@Injectable()
class ReportJobs {
  constructor(
    @Inject(ReportMaker) private readonly maker: ReportMaker,
    @Inject(ReportRedaction) private readonly redaction: ReportRedaction,
  ) {}

  @Handles(makeReport)
  async make(asked: ReportRun): Promise<void> {
    await this.maker.make(asked);
  }

  @GivesUp(makeReport)
  async giveUp(asked: ReportRun, error: unknown): Promise<void> {
    await this.maker.giveUp(asked, error);
  }

  @Handles(redactReports)
  async redact(): Promise<void> {
    await this.redaction.redactAll();
  }
}

/** Worker only. */
@Module({
  imports: [AuditModule, RollupsModule, StoriesModule],
  providers: [ReportMaker, ReportRedaction, ReportJobs],
})
export class ReportJobsModule {}
