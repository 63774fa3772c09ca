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
import { failureOf, step } from './report.failures.js';
import { renderPaper } from './report.papers.js';
import { type Paper, REPORT_CONTENT_TYPES, type ReportFormat } from './report.vocabulary.js';
import { REPORT_DONE, REPORT_FAILED, REPORT_HOLDS, REPORT_PROGRESS, REPORT_TAKE } from './reports.queries.js';

/** One asking for a report. */
export interface ReportRun {
  reportId: string;
  run: string;
}

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
   * snapshot gives the same bytes under the same key. A report that is done, called off or asked for anew is left as it is.
   * @throws what went wrong, so that the queue tries again
   */
  async make(asked: ReportRun): Promise<void> {
    const { reportId, run } = asked;
    const report = await this.database.one<Taken & Record<string, unknown>>(REPORT_TAKE, [
      reportId,
      run,
      this.clock.now(),
    ]);
    if (!report) return;
    tellReportPages(this.database, reportId);
    const readAt = this.clock.now();
    const content = await step('snapshot', () => this.snapshots.content(report.snapshotId));
    if (!(await this.goOn(asked, 20))) return;
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
    if (!(await this.goOn(asked, 80))) return;
    const key = `reports/${reportId}/${run}.${format}`;
    const { bytes } = await step('storage', () =>
      this.storage.put(key, body, { contentType: REPORT_CONTENT_TYPES[format] }),
    );
    await this.finish(asked, { key, sha256, bytes, readAt });
  }

  /** Nobody tries again: the report says so and why, if it is still to be made. */
  async giveUp({ reportId, run }: ReportRun, error: unknown): Promise<void> {
    const failure = failureOf(error);
    this.log.error({ err: error, reportId, failure }, 'a report could not be made');
    await this.database.transaction(async () => {
      const values = [reportId, run, failure, this.clock.now()];
      const changed = await this.database.execute(REPORT_FAILED, values);
      if (changed > 0) await this.tell(reportId, 'report.fail', { failure });
    });
  }

  /** @returns false when it was called off or asked for anew */
  private async goOn({ reportId, run }: ReportRun, percent: number): Promise<boolean> {
    const goesOn =
      (await this.database.execute(REPORT_PROGRESS, [reportId, run, percent, this.clock.now()])) > 0;
    if (goesOn) tellReportPages(this.database, reportId);
    return goesOn;
  }

  /** What was called off while it was stored leaves the storage, unless another worker ended the same work first. */
  private async finish({ reportId, run }: ReportRun, { key, sha256, bytes, readAt }: Made): Promise<void> {
    const done = await this.database.transaction(async () => {
      const values = [reportId, run, key, sha256, bytes, this.clock.now(), readAt];
      const changed = await this.database.execute(REPORT_DONE, values);
      if (changed > 0) await this.tell(reportId, 'report.make', { sha256, bytes });
      return changed > 0;
    });
    if (!done && !(await this.database.one(REPORT_HOLDS, [key]))) await this.storage.delete(key);
  }

  /** The audit entry and the news of the end. */
  private async tell(reportId: string, action: 'report.make' | 'report.fail', after: object): Promise<void> {
    await this.audit.record({ action, entity: 'report', entityId: reportId, after });
    await this.outbox.publish(reportFinished, { reportId, made: action === 'report.make' });
    tellReportPages(this.database, reportId);
  }
}
