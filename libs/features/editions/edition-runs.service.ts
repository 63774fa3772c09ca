import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { REPORT_FORMATS, type ReportFailure, type ReportFormat } from '#features/reports';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { Storage } from '#platform/storage';
import { tellEditionPages } from './edition.topics.js';
import type { FileStep } from './edition.vocabulary.js';
import {
  APPROVALS_VOID,
  FILE_DONE,
  FILE_TROUBLE,
  FILES_FAILED,
  FILES_HELD,
  FILES_OF_RUN,
  FILES_PROGRESS,
} from './editions.queries.js';

/** One asking for the files of an edition, in one language. */
export interface EditionRun {
  editionId: string;
  run: string;
  lang: Lang;
}

/** A file that a run has to make. */
export interface AskedFile {
  id: string;
  format: ReportFormat;
}

/** What stands between the steps of a run: charts and map as they are laid out, and the report as data. */
export const [DRAWINGS, COMPOSED] = ['drawings.json', 'composed.json'] as const;

/** Where a file of a run is stored. */
export const keyOf = ({ editionId, run, lang }: EditionRun, end: string): string =>
  `editions/${editionId}/${run}-${lang}.${end}`;

/** How far the files of a run are. What was called off or asked for anew is left alone. Worker only. */
@Injectable()
export class EditionRuns {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** What is still to be made. */
  filesOf({ editionId, run, lang }: EditionRun): Promise<AskedFile[]> {
    return this.database.query<AskedFile & Record<string, unknown>>(FILES_OF_RUN, [editionId, run, lang]);
  }

  /** Marks files as being at a step. @returns false when none of them is to be made any more */
  async goOn(
    files: readonly { id: string }[],
    run: string,
    step: FileStep,
    percent: number,
  ): Promise<boolean> {
    const ids = files.map(({ id }) => id);
    const goesOn =
      (await this.database.execute(FILES_PROGRESS, [ids, run, percent, this.clock.now(), step])) > 0;
    if (goesOn) tellEditionPages(this.database);
    return goesOn;
  }

  /**
   * Marks a file as made. Where it differs from the one before, the approvals of an edition that is not published are void.
   * @param values see `FILE_DONE`
   * @param what which file it is: who has a copy finds it in the trail after it was made again
   * @returns the key of the file in whose place it is; null without one, or when it was called off meanwhile
   */
  async finish(values: unknown[], editionId: string, what: { sha256: string }): Promise<string | null> {
    return this.database.transaction(async () => {
      const done = await this.database.one<{ replaced: string | null; before: string | null }>(
        FILE_DONE,
        values,
      );
      if (!done) return null;
      const voided =
        done.before !== what.sha256 && (await this.database.execute(APPROVALS_VOID, [editionId])) > 0;
      await this.audit.record({
        action: 'edition.make',
        entity: 'edition',
        entityId: editionId,
        after: what,
      });
      if (voided)
        await this.audit.record({ action: 'edition.void_approvals', entity: 'edition', entityId: editionId });
      tellEditionPages(this.database);
      return done.replaced;
    });
  }

  /** Remembers why a try of a file came to nothing, for the case that it was the last. */
  async remember({ id }: AskedFile, run: string, failure: ReportFailure): Promise<void> {
    await this.database.execute(FILE_TROUBLE, [id, run, failure]);
  }

  /**
   * Nobody tries again: says so of whatever is not made in the language, and lets go of what was begun.
   * @param failure why, for those that have no reason of their own
   */
  async giveUp(asked: EditionRun, failure: ReportFailure): Promise<void> {
    const { editionId, run, lang } = asked;
    await this.database.transaction(async () => {
      const failed = await this.database.execute(FILES_FAILED, [
        editionId,
        run,
        lang,
        this.clock.now(),
        failure,
      ]);
      if (failed > 0) tellEditionPages(this.database);
      if (failed > 0)
        await this.audit.record({
          action: 'edition.fail',
          entity: 'edition',
          entityId: editionId,
          after: { lang, files: failed, failure },
        });
    });
    await this.letGo(asked);
  }

  /** What a run stored and nobody reads leaves the storage. */
  async letGo(asked: EditionRun): Promise<void> {
    await this.drop([DRAWINGS, COMPOSED, ...REPORT_FORMATS].map((end) => keyOf(asked, end)));
  }

  /** Lets go of files that nobody reads; one that is in use stays. */
  async drop(keys: readonly string[]): Promise<void> {
    const held = await this.database.query<{ key: string }>(FILES_HELD, [keys]);
    for (const key of keys) if (!held.some((file) => file.key === key)) await this.storage.delete(key);
  }
}
