import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CyclesService } from '#features/cycles';
import { AccessService } from '#features/identity';
import { SnapshotsService, type SnapshotView } from '#features/rollups';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  conflict,
  currentRequest,
  goneAlready,
  invalid,
  invalidFields,
  notFound,
} from '#platform/http';
import { Outbox } from '#platform/outbox';
import { FileMissing, Storage } from '#platform/storage';
import { type FinishedReport, ReportRedaction } from './report-redaction.service.js';
import { assertKindOfCycle } from './report-register.service.js';
import { ReportSubjects } from './report-subjects.service.js';
import { paperProblems } from './report.papers.js';
import { reportRequested, tellReportPages } from './report.topics.js';
import {
  type Paper,
  REPORT_FAILURE_LABELS,
  REPORT_TEMPLATE,
  type ReportFailure,
  type ReportState,
} from './report.vocabulary.js';
import type { ReportDto, ReportQuery, ReportRequest } from './reports.dto.js';
import { REPORT_BY_ID, REPORT_INSERT, REPORT_LIST, REPORT_RESTART, REPORT_SAME } from './reports.queries.js';

/** A report in the making that gave no sign for so long was lost, and may be asked for again. */
const LOST_AFTER_MS = 15 * 60_000;

const REPORT = { en: 'report', es: 'informe' };

type ReportRow = Omit<ReportDto, 'error' | 'again' | 'createdAt' | 'finishedAt'> & {
  failure: ReportFailure | null;
  createdAt: Date;
  finishedAt: Date | null;
  storageKey: string | null;
  readAt: Date | null;
};

const isFinished = (row: ReportRow): row is ReportRow & FinishedReport =>
  row.state === 'done' && row.storageKey !== null && row.sha256 !== null && row.readAt !== null;

const notReady = (state: ReportState): Error =>
  conflict({ en: 'This report is not ready yet.', es: 'Este informe aún no está listo.' }, { state });

const madeAgain = (state: ReportState): Error =>
  conflict(
    {
      en: 'This report is being made again, because something in it was taken back. Try again in a minute.',
      es: 'Este informe se está elaborando de nuevo porque algo de su contenido fue retirado. Inténtelo de nuevo en un minuto.',
    },
    { state },
  );

/** Asking for reports, and reading those that were made. */
@Injectable()
export class ReportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(ReportRedaction) private readonly redaction: ReportRedaction,
    @Inject(ReportSubjects) private readonly subjects: ReportSubjects,
  ) {}

  /**
   * Asks for a report; it is made in the background. The same request gives the same report: a finished one at once, one
   * in the making as it stands, and one that failed or whose file is gone is made anew.
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
      const id = newId();
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
      ]);
      const told = { snapshotId: snapshot.id, ...paper, lang, format };
      if (added > 0) return this.announce(id, told);
      const same = await this.database.one<{
        id: string;
        state: ReportState;
        storageKey: string | null;
        updatedAt: Date;
      }>(REPORT_SAME, [snapshot.id, kind, subject, lang, format, REPORT_TEMPLATE]);
      if (!same) throw notFound(REPORT);
      if (!(await this.mustBeMadeAgain(same))) return same.id;
      await this.database.execute(REPORT_RESTART, [same.id, now]);
      return this.announce(same.id, { ...told, again: true });
    });
    return this.get(actor, id);
  }

  /** Those of published cycles; who reads the whole region sees all. Newest first. */
  async list(actor: Actor, { cycle, kind, subject }: ReportQuery = {}): Promise<ReportDto[]> {
    const rows = await this.database.query<ReportRow>(REPORT_LIST, [
      this.seesAll(actor),
      cycle ?? null,
      kind ?? null,
      subject ?? null,
    ]);
    return rows.map(asDto);
  }

  /** @throws DomainError not_found, also for one that the actor may not see */
  async get(actor: Actor, id: string): Promise<ReportDto> {
    return asDto(await this.row(actor, id));
  }

  /**
   * A finished report's file, as a stream that the caller must read or destroy.
   * @throws DomainError not_found; conflict when it is not finished, or is made again because a story in it was withdrawn;
   *   gone when its file is not in the storage any more
   */
  async open(actor: Actor, id: string): Promise<{ report: ReportDto; content: Readable }> {
    const row = await this.row(actor, id);
    if (!isFinished(row)) throw row.readAt === null ? notReady(row.state) : madeAgain(row.state);
    if (await this.redaction.redact(row)) throw madeAgain('queued');
    try {
      return { report: asDto(row), content: await this.storage.get(row.storageKey) };
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      throw goneAlready({
        en: 'The file of this report is gone. Generate the report again: it will have the same content.',
        es: 'El archivo de este informe ya no existe. Genérelo de nuevo: tendrá el mismo contenido.',
      });
    }
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

  private async mustBeMadeAgain({
    state,
    storageKey,
    updatedAt,
  }: {
    state: ReportState;
    storageKey: string | null;
    updatedAt: Date;
  }): Promise<boolean> {
    if (state === 'failed') return true;
    if (state === 'done') return storageKey === null || !(await this.storage.exists(storageKey));
    return this.clock.now().getTime() - updatedAt.getTime() > LOST_AFTER_MS;
  }

  private async announce(id: string, after: Record<string, unknown>): Promise<string> {
    await this.audit.record({ action: 'report.request', entity: 'report', entityId: id, after });
    await this.outbox.publish(reportRequested, { reportId: id });
    tellReportPages(this.database, id);
    return id;
  }

  private async row(actor: Actor, id: string): Promise<ReportRow> {
    const row = await this.database.one<ReportRow>(REPORT_BY_ID, [this.seesAll(actor), id]);
    if (!row) throw notFound(REPORT);
    return row;
  }

  private seesAll(actor: Actor): boolean {
    return this.access.reachOf(actor, 'report.read').submitted === 'all';
  }
}

function asDto({
  id,
  snapshotId,
  snapshotNumber,
  cycleKey,
  kind,
  subject,
  subjectEn,
  subjectEs,
  lang,
  format,
  state,
  progress,
  sha256,
  bytes,
  ...row
}: ReportRow): ReportDto {
  const asked = currentRequest()?.lang ?? 'es';
  return {
    id,
    snapshotId,
    snapshotNumber,
    cycleKey,
    kind,
    subject,
    subjectEn,
    subjectEs,
    lang,
    format,
    state,
    progress,
    sha256,
    bytes,
    again: row.readAt !== null && state !== 'done',
    error: row.failure && REPORT_FAILURE_LABELS[row.failure][asked],
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
