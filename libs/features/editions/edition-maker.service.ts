import { text } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import {
  composeReport,
  isDataFormat,
  renderDocument,
  type RenderedReport,
  renderReport,
  REPORT_CONTENT_TYPES,
  REPORT_FORMATS,
  type ReportDocument,
  type ReportFormat,
} from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { Storage } from '#platform/storage';
import { editionTexts, type FrozenText } from './edition.texts.js';
import { tellEditionPages } from './edition.topics.js';
import { FILE_DONE, FILES_FAILED, FILES_HELD, FILES_OF_RUN, FILES_PROGRESS } from './editions.queries.js';
import { ReferenceBook } from './reference.book.js';

/** One asking for the files of an edition, in one language. */
export interface EditionRun {
  editionId: string;
  run: string;
  lang: Lang;
}

/** A report put together as data, stored until its files are made. */
export interface Composed {
  key: string;
  /** When the snapshot was read. */
  readAt: string;
}

interface Frozen {
  number: number;
  snapshotId: string;
  snapshotNumber: number;
  snapshotSha256: string;
  textsSha256: string;
  noteEn: string | null;
  noteEs: string | null;
  texts: string;
}

const FROZEN = `
  SELECT e.number, e.snapshot_id AS "snapshotId", s.number AS "snapshotNumber", s.sha256 AS "snapshotSha256",
         e.texts_sha256 AS "textsSha256", e.note_en AS "noteEn", e.note_es AS "noteEs", e.texts
    FROM editions e JOIN snapshots s ON s.id = e.snapshot_id WHERE e.id = $1`;

/** Makes the files of editions, step by step. What was called off or asked for anew is left alone. Worker only. */
@Injectable()
export class EditionMaker {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
    @Inject(StoryPictures) private readonly pictures: StoryPictures,
  ) {}

  /**
   * Snapshot and frozen texts -> the report in a language as data, with its charts and sections. Null when nothing is to be done.
   * @throws whatever keeps it from being put together
   */
  async compose({ editionId, run, lang }: EditionRun): Promise<Composed | null> {
    const files = await this.filesOf({ editionId, run, lang });
    if (!(await this.goOn(files, run, 10))) return null;
    const readAt = this.clock.now();
    const frozen = await this.database.one<Frozen & Record<string, unknown>>(FROZEN, [editionId]);
    if (!frozen) return null;
    const content = await this.snapshots.content(frozen.snapshotId);
    const { number, textsSha256, noteEn, noteEs } = frozen;
    const note = noteEn !== null && noteEs !== null ? { en: noteEn, es: noteEs } : null;
    const texts = editionTexts(
      { number, textsSha256, note },
      JSON.parse(frozen.texts) as FrozenText[],
      lang,
      new ReferenceBook(content),
    );
    const origin = {
      snapshotId: frozen.snapshotId,
      number: frozen.snapshotNumber,
      sha256: frozen.snapshotSha256,
    };
    const document = composeReport(content, origin, content.cycle.kind, lang, texts);
    const key = keyOf({ editionId, run, lang }, 'composed.json');
    await this.storage.put(key, JSON.stringify(document), { contentType: 'application/json' });
    await this.goOn(files, run, 30);
    return { key, readAt: readAt.toISOString() };
  }

  /** The composed report in every format that was asked for, one after the other; equal reports give equal bytes. */
  async print(asked: EditionRun, composed: Composed): Promise<void> {
    const { editionId, run, lang } = asked;
    const files = await this.filesOf(asked);
    if (files.length === 0) return;
    const document = JSON.parse(await text(await this.storage.get(composed.key))) as ReportDocument;
    for (const file of files) {
      if (!(await this.goOn([file], run, 50))) continue;
      const { body, sha256 } = await this.render(document, file.format);
      if (!(await this.goOn([file], run, 80))) continue;
      const key = keyOf(asked, file.format);
      const { bytes } = await this.storage.put(key, body, { contentType: REPORT_CONTENT_TYPES[file.format] });
      const { template, origin } = document;
      const done = [run, key, sha256, bytes, composed.readAt, this.clock.now(), template];
      const what = { lang, format: file.format, template, snapshotId: origin.snapshotId, sha256, bytes };
      const replaced = await this.finish([file.id, ...done], editionId, what);
      await this.drop([replaced ?? key]);
    }
  }

  /** Tables of data come from the snapshot itself, everything else from the composed report. */
  private async render(document: ReportDocument, format: ReportFormat): Promise<RenderedReport> {
    const { origin, kind, lang } = document;
    if (!isDataFormat(format))
      return renderDocument(document, format, this.config.publicUrl, (ids) => this.pictures.of(ids));
    const content = await this.snapshots.content(origin.snapshotId);
    return renderReport(content, origin, kind, lang, format, this.config.publicUrl);
  }

  /** Nobody tries again: says so of whatever is not made in the language, and lets go of what was begun. */
  async giveUp(asked: EditionRun): Promise<void> {
    const { editionId, run, lang } = asked;
    await this.database.transaction(async () => {
      const failed = await this.database.execute(FILES_FAILED, [editionId, run, lang, this.clock.now()]);
      if (failed > 0) tellEditionPages(this.database);
      if (failed > 0)
        await this.audit.record({
          action: 'edition.fail',
          entity: 'edition',
          entityId: editionId,
          after: { lang, files: failed },
        });
    });
    await this.drop(['composed.json', ...REPORT_FORMATS].map((end) => keyOf(asked, end)));
  }

  /** Lets go of what stood between the steps. */
  async tidy(composed: readonly (Composed | null)[]): Promise<void> {
    await this.drop(composed.flatMap((each) => each?.key ?? []));
  }

  /** Lets go of files that nobody reads; one that is in use stays. */
  private async drop(keys: readonly string[]): Promise<void> {
    const held = await this.database.query<{ key: string }>(FILES_HELD, [keys]);
    for (const key of keys) if (!held.some((file) => file.key === key)) await this.storage.delete(key);
  }

  private filesOf({ editionId, run, lang }: EditionRun): Promise<{ id: string; format: ReportFormat }[]> {
    return this.database.query<{ id: string; format: ReportFormat }>(FILES_OF_RUN, [editionId, run, lang]);
  }

  private async goOn(files: readonly { id: string }[], run: string, percent: number): Promise<boolean> {
    const ids = files.map(({ id }) => id);
    const goesOn = (await this.database.execute(FILES_PROGRESS, [ids, run, percent, this.clock.now()])) > 0;
    if (goesOn) tellEditionPages(this.database);
    return goesOn;
  }

  /**
   * @param values see `FILE_DONE`
   * @param what which file it is: who has a copy finds it in the trail after it was made again
   * @returns the key of the file in whose place it is; null without one, or when it was called off meanwhile
   */
  private async finish(values: unknown[], editionId: string, what: object): Promise<string | null> {
    return this.database.transaction(async () => {
      const done = await this.database.one<{ replaced: string | null }>(FILE_DONE, values);
      if (!done) return null;
      await this.audit.record({
        action: 'edition.make',
        entity: 'edition',
        entityId: editionId,
        after: what,
      });
      tellEditionPages(this.database);
      return done.replaced;
    });
  }
}

/** Where a file of a run is stored. */
const keyOf = ({ editionId, run, lang }: EditionRun, end: string): string =>
  `editions/${editionId}/${run}-${lang}.${end}`;
