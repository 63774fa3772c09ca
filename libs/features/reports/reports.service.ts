import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, conflict, currentRequest, goneAlready, notFound } from '#platform/http';
import { FileMissing, Storage } from '#platform/storage';
import { type FinishedReport, ReportRedaction } from './report-redaction.service.js';
import { REPORT, REPORT_FAILURE_LABELS, type ReportFailure, type ReportState } from './report.vocabulary.js';
import type { ReportDto, ReportQuery } from './reports.dto.js';
import { REPORT_BY_ID, REPORT_LIST } from './reports.queries.js';

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

/** Reading the reports that were made. */
@Injectable()
export class ReportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(ReportRedaction) private readonly redaction: ReportRedaction,
  ) {}

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
