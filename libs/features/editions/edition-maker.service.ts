import { text } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import {
  composeReport,
  type Drawings,
  drawingsOf,
  failureOf,
  isDataFormat,
  renderDocument,
  type RenderedReport,
  renderReport,
  REPORT_CONTENT_TYPES,
  type ReportDocument,
  type ReportFormat,
  type ReportOrigin,
  step,
} from '#features/reports';
import { type SnapshotContent, SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { notFound } from '#platform/http';
import { Storage } from '#platform/storage';
import { editionTexts, type FrozenText } from './edition.texts.js';
import { EDITION } from './edition.vocabulary.js';
import {
  type AskedFile,
  COMPOSED,
  DRAWINGS,
  type EditionRun,
  EditionRuns,
  keyOf,
} from './edition-runs.service.js';
import { ReferenceBook } from './reference.book.js';

/** A report put together as data, stored until its files are made. */
interface Composed {
  /** When the snapshot was read. */
  readAt: string;
  document: ReportDocument;
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
    @Inject(EditionRuns) private readonly runs: EditionRuns,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
    @Inject(StoryPictures) private readonly pictures: StoryPictures,
  ) {}

  /** Lays out the charts and the map, once for every document. */
  async draw(asked: EditionRun): Promise<void> {
    const { editionId, run, lang } = asked;
    const files = await this.runs.filesOf(asked);
    if (!(await this.runs.goOn(files, run, 'charts', 10))) return;
    const frozen = await this.frozen(editionId);
    const content = await this.content(frozen.snapshotId);
    await this.store(
      keyOf(asked, DRAWINGS),
      drawingsOf(composeReport(content, originOf(frozen), content.cycle.kind, lang)),
    );
  }

  /** Snapshot and frozen texts -> the report in a language as data. */
  async compose(asked: EditionRun): Promise<void> {
    const { editionId, run, lang } = asked;
    const files = await this.runs.filesOf(asked);
    if (!(await this.runs.goOn(files, run, 'sections', 25))) return;
    const readAt = this.clock.now().toISOString();
    const frozen = await this.frozen(editionId);
    const content = await this.content(frozen.snapshotId);
    const { number, textsSha256, noteEn, noteEs } = frozen;
    const note = noteEn !== null && noteEs !== null ? { en: noteEn, es: noteEs } : null;
    const texts = editionTexts(
      { number, textsSha256, note },
      JSON.parse(frozen.texts) as FrozenText[],
      lang,
      new ReferenceBook(content),
    );
    const document = composeReport(content, originOf(frozen), content.cycle.kind, lang, texts);
    await this.store(keyOf(asked, COMPOSED), { readAt, document } satisfies Composed);
  }

  /**
   * The composed report in every format that was asked for, one after the other; equal reports give equal bytes. One that cannot be
   * made does not keep the others from it. Then, or when nothing is to be made any more, what stood between the steps goes.
   * @throws what was wrong with those that could not be made, once all others are
   */
  async print(asked: EditionRun): Promise<void> {
    const files = await this.runs.filesOf(asked);
    if (files.length > 0) {
      const composed = await this.stored<Composed>(keyOf(asked, COMPOSED));
      const drawings = await this.stored<Drawings>(keyOf(asked, DRAWINGS));
      const failures: unknown[] = [];
      for (const file of files)
        try {
          await this.printOne(asked, file, composed, drawings);
        } catch (error) {
          await this.runs.remember(file, asked.run, failureOf(error));
          failures.push(error);
        }
      if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join('; '));
      if (failures.length > 0) throw failures[0];
    }
    await this.runs.letGo(asked);
  }

  private async printOne(
    asked: EditionRun,
    { id, format }: AskedFile,
    { document, readAt }: Composed,
    drawings: Drawings,
  ): Promise<void> {
    const { editionId, run, lang } = asked;
    if (!(await this.runs.goOn([{ id }], run, 'documents', 50))) return;
    const { body, sha256 } = await this.render(document, drawings, format);
    if (!(await this.runs.goOn([{ id }], run, 'documents', 80))) return;
    const key = keyOf(asked, format);
    const { bytes } = await step('storage', () =>
      this.storage.put(key, body, { contentType: REPORT_CONTENT_TYPES[format] }),
    );
    const { template, origin } = document;
    const done = [id, run, key, sha256, bytes, readAt, this.clock.now(), template];
    const what = { lang, format, template, snapshotId: origin.snapshotId, sha256, bytes };
    await this.runs.drop([(await this.runs.finish(done, editionId, what)) ?? key]);
  }

  /** Tables of data come from the snapshot itself, everything else from the composed report. */
  private async render(
    document: ReportDocument,
    drawings: Drawings,
    format: ReportFormat,
  ): Promise<RenderedReport> {
    const { origin, kind, lang } = document;
    if (!isDataFormat(format))
      return renderDocument(
        document,
        format,
        this.config.publicUrl,
        (ids) => this.pictures.of(ids),
        drawings,
      );
    const content = await this.content(origin.snapshotId);
    return renderReport(content, origin, kind, lang, format, this.config.publicUrl);
  }

  private async frozen(editionId: string): Promise<Frozen> {
    const frozen = await this.database.one<Frozen & Record<string, unknown>>(FROZEN, [editionId]);
    if (!frozen) throw notFound(EDITION);
    return frozen;
  }

  private content(snapshotId: string): Promise<SnapshotContent> {
    return step('snapshot', () => this.snapshots.content(snapshotId));
  }

  private async store(key: string, what: object): Promise<void> {
    await step('storage', () =>
      this.storage.put(key, JSON.stringify(what), { contentType: 'application/json' }),
    );
  }

  /** What an earlier step stored. */
  private async stored<T>(key: string): Promise<T> {
    return JSON.parse(await step('storage', async () => text(await this.storage.get(key)))) as T;
  }
}

const originOf = ({ snapshotId, snapshotNumber, snapshotSha256 }: Frozen): ReportOrigin => ({
  snapshotId,
  number: snapshotNumber,
  sha256: snapshotSha256,
});
