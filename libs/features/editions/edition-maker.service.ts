import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import {
  composeReport,
  type Drawings,
  drawingsOf,
  isDataFormat,
  renderDocument,
  type RenderedReport,
  renderReport,
  REPORT_CONTENT_TYPES,
  type ReportDocument,
  type ReportFormat,
  type ReportOrigin,
  REPORT_TEMPLATE,
} from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { Storage } from '#platform/storage';
import { editionTexts, type FrozenText } from './edition.texts.js';
import { type AskedFile, type EditionRun, EditionRuns, keyOf } from './edition-runs.service.js';
import { ReferenceBook } from './reference.book.js';

/** Charts and map of a snapshot in a language, laid out and stored. */
export interface Drawn {
  drawings: string;
}

/** A report put together as data, stored until its files are made. */
export interface Composed extends Drawn {
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
    @Inject(EditionRuns) private readonly runs: EditionRuns,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
    @Inject(StoryPictures) private readonly pictures: StoryPictures,
  ) {}

  /**
   * Lays out the charts and the map, once for every document; a snapshot's are the same in each of its editions. Null when nothing
   * is to be done.
   */
  async draw(asked: EditionRun): Promise<Drawn | null> {
    const { editionId, run, lang } = asked;
    const files = await this.runs.filesOf(asked);
    if (!(await this.runs.goOn(files, run, 'charts', 10))) return null;
    const frozen = await this.frozen(editionId);
    if (!frozen) return null;
    const drawings = drawingsKey(frozen.snapshotSha256, lang);
    if (!(await this.storage.exists(drawings))) {
      const content = await this.snapshots.content(frozen.snapshotId);
      const laidOut = drawingsOf(composeReport(content, originOf(frozen), content.cycle.kind, lang));
      await this.storage.put(drawings, JSON.stringify(laidOut), { contentType: 'application/json' });
    }
    return { drawings };
  }

  /** Snapshot and frozen texts -> the report in a language as data. Null when nothing is to be done. */
  async compose(asked: EditionRun, { drawings }: Drawn): Promise<Composed | null> {
    const { editionId, run, lang } = asked;
    const files = await this.runs.filesOf(asked);
    if (!(await this.runs.goOn(files, run, 'sections', 25))) return null;
    const readAt = this.clock.now();
    const frozen = await this.frozen(editionId);
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
    const document = composeReport(content, originOf(frozen), content.cycle.kind, lang, texts);
    const key = keyOf(asked, 'composed.json');
    await this.storage.put(key, JSON.stringify(document), { contentType: 'application/json' });
    return { key, readAt: readAt.toISOString(), drawings };
  }

  /**
   * The composed report in every format that was asked for, one after the other; equal reports give equal bytes. One that cannot be
   * made does not keep the others from it.
   * @throws what was wrong with the first that could not be made, once all others are
   */
  async print(asked: EditionRun, composed: Composed): Promise<void> {
    const files = await this.runs.filesOf(asked);
    if (files.length === 0) return;
    const [document, drawings] = [
      await this.stored<ReportDocument>(composed.key),
      await this.stored<Drawings>(composed.drawings),
    ];
    const failures: unknown[] = [];
    for (const file of files)
      try {
        await this.printOne(asked, file, document, drawings, composed.readAt);
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
  }

  private async printOne(
    asked: EditionRun,
    { id, format }: AskedFile,
    document: ReportDocument,
    drawings: Drawings,
    readAt: string,
  ): Promise<void> {
    const { editionId, run, lang } = asked;
    if (!(await this.runs.goOn([{ id }], run, 'documents', 50))) return;
    const { body, sha256 } = await this.render(document, drawings, format);
    if (!(await this.runs.goOn([{ id }], run, 'documents', 80))) return;
    const key = keyOf(asked, format);
    const { bytes } = await this.storage.put(key, body, { contentType: REPORT_CONTENT_TYPES[format] });
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
    const content = await this.snapshots.content(origin.snapshotId);
    return renderReport(content, origin, kind, lang, format, this.config.publicUrl);
  }

  /** Lets go of what stood between the steps. */
  async tidy(composed: readonly (Composed | null)[]): Promise<void> {
    await this.runs.drop(composed.flatMap((each) => each?.key ?? []));
  }

  private async frozen(editionId: string): Promise<Frozen | undefined> {
    return this.database.one<Frozen & Record<string, unknown>>(FROZEN, [editionId]);
  }

  /** What an earlier step stored. */
  private async stored<T>(key: string): Promise<T> {
    return JSON.parse(await text(await this.storage.get(key))) as T;
  }
}

/** Where the charts and the map of a snapshot are stored as they are laid out in a language. */
const drawingsKey = (snapshotSha256: string, lang: Lang): string => {
  const what = JSON.stringify([snapshotSha256, lang, REPORT_TEMPLATE]);
  return `drawings/${createHash('sha256').update(what).digest('hex')}.json`;
};

const originOf = ({ snapshotId, snapshotNumber, snapshotSha256 }: Frozen): ReportOrigin => ({
  snapshotId,
  number: snapshotNumber,
  sha256: snapshotSha256,
});
