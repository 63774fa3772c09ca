import { Inject, Injectable } from '@nestjs/common';
import type { PaperKind, ReportFormat } from '#features/reports';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { ORIGIN_OF_BYTES, SNAPSHOTS_NAMED } from './file-origins.queries.js';
import type { Replaced } from './edition.vocabulary.js';

/** What a file is that we made. */
export interface FileOrigin {
  kind: PaperKind;
  /** Code of the State, key of the team or of the area that it is about, and its name. */
  subject: string | null;
  subjectEn: string | null;
  subjectEs: string | null;
  cycleKey: string;
  /** Its number, when it is of an edition. */
  edition: number | null;
  publishedAt: Date | null;
  /** The newest edition that corrects it. */
  newer: number | null;
  lang: Lang;
  format: ReportFormat;
  /** Form of the report. */
  template: number;
  snapshotId: string;
  snapshotNumber: number;
  snapshotSha256: string;
  madeAt: Date;
  /** Why people read another file in its place; null: they read this one. */
  replaced: Replaced | null;
  /** Whether it is before everybody's eyes, or was. */
  public: boolean;
  /** Where it is read, behind `/reports/`; null for what the command line wrote. */
  place: string | null;
}

/** A snapshot that a file names as its source. */
export interface NamedSnapshot {
  id: string;
  number: number;
  sha256: string;
  cycleKey: string;
}

/** Tells of any file whether it is one of ours, by its bytes alone. */
@Injectable()
export class FileOrigins {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * @param sha256 of its bytes, lower-case hex
   * @returns undefined when no file of this installation ever had these bytes
   */
  of(sha256: string): Promise<FileOrigin | undefined> {
    return this.find(sha256, false);
  }

  /** The same of files that are before everybody's eyes, or were: drafts are like files of somebody else. */
  ofPublic(sha256: string): Promise<FileOrigin | undefined> {
    return this.find(sha256, true);
  }

  /** The snapshot that a file names which is not ours as it stands. @param hashes see `hashesIn` */
  namedBy(hashes: readonly string[]): Promise<NamedSnapshot | undefined> {
    return this.database.one<NamedSnapshot & Record<string, unknown>>(SNAPSHOTS_NAMED, [hashes]);
  }

  private find(sha256: string, onlyPublic: boolean): Promise<FileOrigin | undefined> {
    return this.database.one<FileOrigin & Record<string, unknown>>(ORIGIN_OF_BYTES, [sha256, onlyPublic]);
  }
}
