import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { LOGGER, type Logger } from '#platform/log';
import { Outbox } from '#platform/outbox';
import { Storage } from '#platform/storage';
import { reportFinished, tellReportPages } from './report.topics.js';
import { renderPaper } from './report.papers.js';
import {
  type Paper,
  REPORT_CONTENT_TYPES,
  type ReportFailure,
  type ReportFormat,
} from './report.vocabulary.js';
import { REPORT_DONE, REPORT_FAILED, REPORT_PROGRESS, REPORT_TAKE } from './reports.queries.js';

interface Taken extends Paper {
  id: string;
  snapshotId: string;
  number: number;
  snapshotSha256: string;
  lang: Lang;
  format: ReportFormat;
}

interface Made {
  key: string;
  sha256: string;
  bytes: number;
  readAt: Date;
}

/** Makes the reports that were asked for. Worker only. */
@Injectable()
export class ReportMaker {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
    @Inject(StoryPictures) private readonly pictures: StoryPictures,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * Snapshot -> document -> file -> storage, with progress in the row. Safe to repeat, also at the same time: the same
   * snapshot gives the same bytes under the same key. A report that is done already is left as it is.
   * @param last whether nobody will try again: then the report is marked as failed
   * @throws what went wrong, so that the queue tries again
   */
  async make(reportId: string, last: boolean): Promise<void> {
    const report = await this.database.one<Taken & Record<string, unknown>>(REPORT_TAKE, [
      reportId,
      this.clock.now(),
    ]);
    if (!report) return;
    let step: ReportFailure = 'snapshot';
    try {
      const readAt = this.clock.now();
      const content = await this.snapshots.content(report.snapshotId);
      await this.progress(reportId, 20);
      step = 'unexpected';
      const { snapshotId, number, snapshotSha256, lang, format } = report;
      const origin = { snapshotId, number, sha256: snapshotSha256 };
      const { body, sha256 } = await renderPaper(
        content,
        origin,
        report,
        lang,
        format,
        this.config.publicUrl,
        (ids) => this.pictures.of(ids),
      );
      await this.progress(reportId, 80);
      step = 'storage';
      const key = `reports/${reportId}.${format}`;
      const { bytes } = await this.storage.put(key, body, {
        contentType: REPORT_CONTENT_TYPES[format],
      });
      step = 'unexpected';
      await this.finish(reportId, { key, sha256, bytes, readAt });
    } catch (error) {
      this.log.error({ err: error, reportId, step, last }, 'a report could not be made');
      if (last) await this.giveUp(reportId, step);
      throw error;
    }
  }

  private async progress(reportId: string, percent: number): Promise<void> {
    await this.database.execute(REPORT_PROGRESS, [reportId, percent, this.clock.now()]);
    tellReportPages(this.database, reportId);
  }

  private async finish(reportId: string, { key, sha256, bytes, readAt }: Made): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const changed = await this.database.execute(REPORT_DONE, [reportId, key, sha256, bytes, now, readAt]);
      if (changed > 0) await this.tell(reportId, 'report.make', { sha256, bytes });
    });
  }

  private async giveUp(reportId: string, failure: ReportFailure): Promise<void> {
    await this.database.transaction(async () => {
      const changed = await this.database.execute(REPORT_FAILED, [reportId, failure, this.clock.now()]);
      if (changed > 0) await this.tell(reportId, 'report.fail', { failure });
    });
  }

  /** The audit entry and the news of the end. */
  private async tell(reportId: string, action: 'report.make' | 'report.fail', after: object): Promise<void> {
    await this.audit.record({ action, entity: 'report', entityId: reportId, after });
    await this.outbox.publish(reportFinished, { reportId, made: action === 'report.make' });
    tellReportPages(this.database, reportId);
  }
}
