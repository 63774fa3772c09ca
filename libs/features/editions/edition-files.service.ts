import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import {
  REPORT_FORMATS,
  REPORT_LANGS,
  REPORT_TEMPLATE,
  type ReportFormat,
  type ReportState,
  silentSince,
} from '#features/reports';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, conflict, goneAlready, type Lang, notFound } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { FileMissing, Storage } from '#platform/storage';
import { EditionRedaction } from './edition-redaction.service.js';
import { editionAsked, tellEditionPages } from './edition.topics.js';
import type { EditionRow } from './edition.rules.js';
import { EDITION } from './edition.vocabulary.js';
import type { ReportEditionDto } from './editions.dto.js';
import { FILE_ONE, FILES_ASK, FILES_CANCEL, FILES_STORED } from './editions.queries.js';
import { EditionsService } from './editions.service.js';

interface FileRow {
  state: ReportState;
  storageKey: string | null;
  sha256: string | null;
  bytes: number | null;
  readAt: Date | null;
}

/** A file of an edition with its bytes, as a stream that the caller must read or destroy. */
export interface OpenFile {
  edition: EditionRow;
  sha256: string;
  bytes: number;
  content: Readable;
}

const BEING_MADE = {
  en: 'This file is being made. Try again in a minute.',
  es: 'Este archivo se está elaborando. Inténtelo de nuevo en un minuto.',
};

const LOST = {
  en: 'This file is gone from the storage. The Secretariat has it made again by “Check the files”, where the report is prepared: it will have the same content.',
  es: 'Este archivo ya no está en el almacenamiento. La Secretaría hace que se elabore de nuevo con «Revisar los archivos», donde se prepara el informe: tendrá el mismo contenido.',
};

/** Having the files of editions made, calling that off, and reading them. */
@Injectable()
export class EditionFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(EditionsService) private readonly editions: EditionsService,
    @Inject(EditionRedaction) private readonly redaction: EditionRedaction,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /**
   * Has every file made that is not there or of an older form, in both languages; the way to try again, too. What is being made goes
   * on as it is. A file of an older form stays at its address until the new one is stored.
   * @throws DomainError not_found; forbidden
   */
  async generate(actor: Actor, cycleKey: string, number: number): Promise<ReportEditionDto> {
    const edition = await this.editions.row(actor, cycleKey, number);
    this.access.assertMay(actor, 'edition.prepare', {}, EDITION);
    const lost = await this.lostOf(edition);
    return this.database.transaction(async () => {
      await this.ask(edition, lost);
      return this.editions.get(actor, cycleKey, number);
    });
  }

  /** Calls off whatever is not made yet. @throws DomainError not_found; forbidden */
  cancel(actor: Actor, cycleKey: string, number: number): Promise<ReportEditionDto> {
    return this.database.transaction(async () => {
      const edition = await this.editions.row(actor, cycleKey, number);
      this.access.assertMay(actor, 'edition.prepare', {}, EDITION);
      const stopped = await this.database.execute(FILES_CANCEL, [edition.id, this.clock.now()]);
      if (stopped > 0) await this.record('edition.cancel', edition, { files: stopped });
      return this.editions.get(actor, cycleKey, number);
    });
  }

  /**
   * A file at its permanent address. One that shows a story which was taken back since is made again first.
   * @throws DomainError not_found; conflict while it is being made for the first time, or again without what was taken back; gone when
   *   the storage lost it
   */
  async open(
    actor: Actor,
    cycleKey: string,
    number: number,
    lang: Lang,
    format: ReportFormat,
  ): Promise<OpenFile> {
    const edition = await this.editions.row(actor, cycleKey, number);
    const file = await this.database.one<FileRow & Record<string, unknown>>(FILE_ONE, [
      edition.id,
      lang,
      format,
    ]);
    if (!file) throw notFound({ en: 'file of this edition', es: 'ese archivo de la edición' });
    const { storageKey, sha256, bytes, readAt } = file;
    if (storageKey === null || sha256 === null || bytes === null || readAt === null)
      throw conflict(BEING_MADE, { state: file.state });
    const { id: editionId, snapshotId } = edition;
    if (
      await this.redaction.redact([
        { editionId, snapshotId, number, lang, format, storageKey, sha256, readAt },
      ])
    )
      throw conflict(BEING_MADE, { state: 'queued' });
    try {
      return { edition, sha256, bytes, content: await this.storage.get(storageKey) };
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      // Another file may have taken its place since its row was read.
      const now = await this.database.one<{ storageKey: string | null }>(FILE_ONE, [editionId, lang, format]);
      if (now?.storageKey === storageKey) throw goneAlready(LOST);
      return this.open(actor, cycleKey, number, lang, format);
    }
  }

  /** Keys of finished files that are not in the storage any more. */
  private async lostOf({ id }: EditionRow): Promise<string[]> {
    const lost: string[] = [];
    for (const { key } of await this.database.query<{ key: string }>(FILES_STORED, [id]))
      if (!(await this.storage.exists(key))) lost.push(key);
    return lost;
  }

  private async ask(edition: EditionRow, lost: string[]): Promise<void> {
    const wanted = REPORT_LANGS.flatMap((lang) => REPORT_FORMATS.map((format) => ({ lang, format })));
    const run = newId();
    const now = this.clock.now();
    const asked = await this.database.execute(FILES_ASK, [
      wanted.map(() => newId()),
      edition.id,
      wanted.map(({ lang }) => lang),
      wanted.map(({ format }) => format),
      REPORT_TEMPLATE,
      run,
      now,
      silentSince(now),
      lost,
    ]);
    if (asked === 0) return;
    await this.record('edition.generate', edition, { files: asked });
    await this.outbox.publish(editionAsked, { editionId: edition.id, run });
  }

  private record(action: string, { id, number }: EditionRow, after: Record<string, unknown>): Promise<void> {
    tellEditionPages(this.database);
    return this.audit.record({ action, entity: 'edition', entityId: id, after: { number, ...after } });
  }
}
