import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CyclesService } from '#features/cycles';
import { SnapshotsService } from '#features/rollups';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { invalid, type Lang } from '#platform/http';
import { type RenderedReport, renderReport } from './report.render.js';
import { REPORT_OF_BYTES } from './reports.queries.js';
import { REPORT_TEMPLATE, type ReportFormat, type ReportKind } from './report.vocabulary.js';

/** What a file is, when it is ours. */
export interface KnownReport {
  kind: ReportKind;
  lang: Lang;
  format: ReportFormat;
  /** Form of the report. */
  template: number;
  cycleKey: string;
  snapshotId: string;
  snapshotNumber: number;
  snapshotSha256: string;
  madeAt: Date;
  /** It was made again since, without what was taken back: this file should not be shown any more. */
  replaced: boolean;
}

/** Writes reports for the command line, and knows every file that was ever made. */
@Injectable()
export class ReportRegister {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Config) private readonly config: Config,
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
    const report = await renderReport(content, origin, kind, lang, format, this.config.publicUrl);
    await this.database.transaction(() =>
      this.audit.record({
        action: 'report.write',
        entity: 'snapshot',
        entityId: snapshotId,
        after: { kind, lang, format, template: REPORT_TEMPLATE, sha256: report.sha256 },
      }),
    );
    return report;
  }

  /**
   * Whose a file is.
   * @param sha256 of its bytes, lower-case hex
   * @returns undefined when no report of this installation ever had these bytes
   */
  identify(sha256: string): Promise<KnownReport | undefined> {
    return this.database.one<KnownReport & Record<string, unknown>>(REPORT_OF_BYTES, [sha256]);
  }
}

/** @throws DomainError invalid when the cycle is of the other kind */
export function assertKindOfCycle(cycle: { key: string; kind: string }, kind: ReportKind): void {
  if (cycle.kind !== kind)
    throw invalid('kind', {
      en: `The snapshot is of ${cycle.key}: choose the other kind of report, or another cycle.`,
      es: `La instantánea es de ${cycle.key}: elija el otro tipo de informe u otro ciclo.`,
    });
}
