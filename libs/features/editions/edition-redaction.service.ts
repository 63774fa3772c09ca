import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { REPORT_TEMPLATE, type ReportFormat } from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import type { Lang } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Storage } from '#platform/storage';
import { editionAsked, tellEditionPages } from './edition.topics.js';
import { FILE_REDACT, FILES_FINISHED } from './editions.queries.js';

/** A file of an edition that is made. */
export interface FinishedFile {
  editionId: string;
  number: number;
  snapshotId: string;
  lang: Lang;
  format: ReportFormat;
  storageKey: string;
  sha256: string;
  /** When the snapshot of the file was read. */
  readAt: Date;
}

/** Takes files of editions out of circulation that show a story whose consent was withdrawn; the worker makes them again without it. */
@Injectable()
export class EditionRedaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** Every edition that a withdrawal concerns, published ones too; nothing happens to a clean file. */
  async redactAll(): Promise<void> {
    const files = await this.database.query<FinishedFile & Record<string, unknown>>(FILES_FINISHED);
    for (const some of Map.groupBy(files, ({ editionId }) => editionId).values()) await this.redact(some);
  }

  /** @param files of one edition @returns whether any of them shows what was taken back: then it is gone, and waits to be made again */
  async redact(files: readonly FinishedFile[]): Promise<boolean> {
    const shown: FinishedFile[] = [];
    for (const file of files)
      if (await this.snapshots.shortenedSince(file.snapshotId, file.readAt)) shown.push(file);
    const [first] = shown;
    if (!first) return false;
    await this.database.transaction(async () => {
      const run = newId();
      const gone: FinishedFile[] = [];
      for (const file of shown) if (await this.takeBack(file, run)) gone.push(file);
      if (gone.length === 0) return;
      await this.outbox.publish(editionAsked, { editionId: first.editionId, run });
      tellEditionPages(this.database);
      // Before the commit: a file that cannot be taken away is tried again, and none is forgotten.
      for (const { storageKey } of gone) await this.storage.delete(storageKey);
    });
    return true;
  }

  private async takeBack(
    { editionId, number, lang, format, sha256 }: FinishedFile,
    run: string,
  ): Promise<boolean> {
    const values = [editionId, lang, format, sha256, run, this.clock.now(), REPORT_TEMPLATE];
    if ((await this.database.execute(FILE_REDACT, values)) === 0) return false;
    await this.audit.record({
      action: 'edition.redact',
      entity: 'edition',
      entityId: editionId,
      after: { number, lang, format, sha256 },
    });
    return true;
  }
}
