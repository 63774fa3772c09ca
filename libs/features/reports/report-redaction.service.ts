import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { SnapshotsService } from '#features/rollups';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Storage } from '#platform/storage';
import { REPORT_FINISHED, REPORT_REDACT } from './reports.queries.js';
import { reportRequested, tellReportPages } from './report.topics.js';

/** A report with its file. */
export interface FinishedReport {
  id: string;
  snapshotId: string;
  storageKey: string;
  sha256: string;
  /** When the snapshot of the file was read. */
  readAt: Date;
}

/** Takes files out of circulation that show a story whose consent was withdrawn; the worker makes them again without it. */
@Injectable()
export class ReportRedaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** Every report that a withdrawal concerns; nothing happens to one whose file is clean. */
  async redactAll(): Promise<void> {
    const finished = await this.database.query<FinishedReport & Record<string, unknown>>(REPORT_FINISHED);
    for (const report of finished) await this.redact(report);
  }

  /** @returns whether the file shows what was taken back: then it is gone, and the report waits to be made again */
  async redact({ id, snapshotId, storageKey, sha256, readAt }: FinishedReport): Promise<boolean> {
    if (!(await this.snapshots.shortenedSince(snapshotId, readAt))) return false;
    const run = newId();
    await this.database.transaction(async () => {
      const changed = await this.database.execute(REPORT_REDACT, [id, this.clock.now(), run, sha256]);
      if (changed === 0) return;
      await this.audit.record({
        action: 'report.redact',
        entity: 'report',
        entityId: id,
        before: { sha256 },
      });
      await this.outbox.publish(reportRequested, { reportId: id, run });
      tellReportPages(this.database, id);
      // Before the commit: a file that cannot be taken away is tried again, and none is forgotten.
      await this.storage.delete(storageKey);
    });
    return true;
  }
}
