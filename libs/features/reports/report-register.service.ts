import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CyclesService } from '#features/cycles';
import { SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { invalid, type Lang, notFound } from '#platform/http';
import type { PictureSource } from './report.pictures.js';
import { type RenderedReport, renderDocument, renderReport } from './report.render.js';
import { composeSheet, type Sheet } from './report.sheets.js';
import {
  type DataFormat,
  isSheetKind,
  type PaperKind,
  REPORT_TEMPLATE,
  type ReportFormat,
  type ReportKind,
} from './report.vocabulary.js';

/** Writes reports for the command line, and remembers what it wrote. */
@Injectable()
export class ReportRegister {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Config) private readonly config: Config,
    @Inject(StoryPictures) private readonly pictures: StoryPictures,
  ) {}

  /**
   * Makes a report at once, without keeping it; the audit keeps its hash.
   * @throws DomainError not_found; invalid when the kinds differ
   */
  async write(
    snapshotId: string,
    kind: ReportKind,
    lang: Lang,
    format: ReportFormat,
  ): Promise<RenderedReport> {
    const snapshot = await this.snapshots.get(snapshotId);
    assertKindOfCycle(await this.cycles.get(snapshot.cycleKey), kind);
    const { number, sha256 } = snapshot;
    const content = await this.snapshots.content(snapshotId);
    const origin = { snapshotId, number, sha256 };
    const pictures: PictureSource = (ids) => this.pictures.of(ids);
    const report = await renderReport(content, origin, kind, lang, format, this.config.publicUrl, pictures);
    await this.remember(snapshotId, { kind, lang, format, sha256: report.sha256 });
    return report;
  }

  /**
   * Makes a short paper at once, without keeping it; the audit keeps its hash.
   * @throws DomainError not_found, also when the snapshot holds nothing of the subject
   */
  async writeSheet(
    snapshotId: string,
    sheet: Sheet,
    lang: Lang,
    format: Exclude<ReportFormat, DataFormat>,
  ): Promise<RenderedReport> {
    const { number, sha256 } = await this.snapshots.get(snapshotId);
    const content = await this.snapshots.content(snapshotId);
    const document = composeSheet(content, { snapshotId, number, sha256 }, sheet, lang);
    if (!document) throw notFound({ en: 'subject of this fact sheet', es: 'tema de esta ficha' });
    const pictures: PictureSource = (ids) => this.pictures.of(ids);
    const report = await renderDocument(document, format, this.config.publicUrl, pictures);
    const kind = `${sheet.kind} ${sheet.subject}`.trim();
    await this.remember(snapshotId, { kind, lang, format, sha256: report.sha256 });
    return report;
  }

  private remember(snapshotId: string, after: Record<string, unknown>): Promise<void> {
    return this.database.transaction(() =>
      this.audit.record({
        action: 'report.write',
        entity: 'snapshot',
        entityId: snapshotId,
        after: { ...after, template: REPORT_TEMPLATE },
      }),
    );
  }
}

/** @throws DomainError invalid when the cycle is of the other kind than a whole report; short papers are made from either */
export function assertKindOfCycle(cycle: { key: string; kind: string }, kind: PaperKind): void {
  if (!isSheetKind(kind) && cycle.kind !== kind)
    throw invalid('kind', {
      en: `The snapshot is of ${cycle.key}: choose the other kind of report, or another cycle.`,
      es: `La instantánea es de ${cycle.key}: elija el otro tipo de informe u otro ciclo.`,
    });
}
