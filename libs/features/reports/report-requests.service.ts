import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CyclesService } from '#features/cycles';
import { AccessService } from '#features/identity';
import { SnapshotsService, type SnapshotView } from '#features/rollups';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, invalid, invalidFields, notFound } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { Storage } from '#platform/storage';
import { assertKindOfCycle } from './report-register.service.js';
import { ReportSubjects } from './report-subjects.service.js';
import { paperProblems } from './report.papers.js';
import { reportRequested, tellReportPages } from './report.topics.js';
import { type Paper, REPORT, REPORT_TEMPLATE, type ReportState, silentSince } from './report.vocabulary.js';
import type { ReportDto, ReportRequest } from './reports.dto.js';
import { REPORT_CANCEL, REPORT_INSERT, REPORT_RESTART, REPORT_SAME } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

interface Same {
  id: string;
  state: ReportState;
  storageKey: string | null;
  updatedAt: Date;
}

/** Asking for reports, and calling that off. */
@Injectable()
export class ReportRequests {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(ReportSubjects) private readonly subjects: ReportSubjects,
    @Inject(ReportsService) private readonly reports: ReportsService,
  ) {}

  /**
   * Asks for a report; it is made in the background. The same request gives the same report: a finished one at once, one
   * in the making as it stands, and one that failed, was called off or whose file is gone is made anew.
   * @throws DomainError forbidden; not_found; invalid when no snapshot is named, the kinds differ or the snapshot holds nothing of
   *   the subject; conflict when the cycle has none yet
   */
  async request(
    { snapshotId, cycleKey, kind, subject: about, lang, format }: ReportRequest,
    actor: Actor,
  ): Promise<ReportDto> {
    this.access.assertMay(actor, 'report.generate');
    const paper: Paper = { kind, subject: about ?? '' };
    const { subject } = paper;
    const problems = paperProblems(kind, subject, format);
    if (problems.length > 0) throw invalidFields(problems);
    const snapshot = await this.snapshotOf(actor, snapshotId, cycleKey);
    assertKindOfCycle(await this.cycles.get(snapshot.cycleKey), kind);
    await this.subjects.assertHeld(snapshot.id, paper);
    const id = await this.database.transaction(async () => {
      const [id, run] = [newId(), newId()];
      const now = this.clock.now();
      const added = await this.database.execute(REPORT_INSERT, [
        id,
        snapshot.id,
        kind,
        subject,
        lang,
        format,
        REPORT_TEMPLATE,
        actor.userId,
        now,
        run,
      ]);
      const told = { snapshotId: snapshot.id, ...paper, lang, format };
      if (added > 0) return this.announce(id, run, told);
      const same = await this.database.one<Same & Record<string, unknown>>(REPORT_SAME, [
        snapshot.id,
        kind,
        subject,
        lang,
        format,
        REPORT_TEMPLATE,
      ]);
      if (!same) throw notFound(REPORT);
      if (!(await this.mustBeMadeAgain(same))) return same.id;
      await this.database.execute(REPORT_RESTART, [same.id, now, run]);
      return this.announce(same.id, run, { ...told, again: true });
    });
    return this.reports.get(actor, id);
  }

  /**
   * Calls off a report that is not made yet; one that is made, failed or was called off already stays as it is.
   * @throws DomainError forbidden; not_found
   */
  async cancel(actor: Actor, id: string): Promise<ReportDto> {
    await this.reports.get(actor, id);
    this.access.assertMay(actor, 'report.generate');
    await this.database.transaction(async () => {
      if ((await this.database.execute(REPORT_CANCEL, [id, this.clock.now()])) === 0) return;
      await this.audit.record({ action: 'report.cancel', entity: 'report', entityId: id });
      tellReportPages(this.database, id);
    });
    return this.reports.get(actor, id);
  }

  private async snapshotOf(
    actor: Actor,
    snapshotId?: string | null,
    cycleKey?: string | null,
  ): Promise<SnapshotView> {
    if (snapshotId) return this.snapshots.visibleOne(actor, snapshotId);
    if (!cycleKey)
      throw invalid('snapshotId', {
        en: 'Name a snapshot, or the cycle whose newest one is meant.',
        es: 'Indique una instantánea o el ciclo cuya más reciente se usará.',
      });
    const { key } = await this.cycles.get(cycleKey);
    return this.snapshots.latestOf(key);
  }

  private async mustBeMadeAgain({ state, storageKey, updatedAt }: Same): Promise<boolean> {
    if (state === 'failed' || state === 'cancelled') return true;
    if (state === 'done') return storageKey === null || !(await this.storage.exists(storageKey));
    return updatedAt < silentSince(this.clock.now());
  }

  private async announce(id: string, run: string, after: Record<string, unknown>): Promise<string> {
    await this.audit.record({ action: 'report.request', entity: 'report', entityId: id, after });
    await this.outbox.publish(reportRequested, { reportId: id, run });
    tellReportPages(this.database, id);
    return id;
  }
}
