import { Inject, Injectable, Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { failureOf, REPORT_LANGS } from '#features/reports';
import { RollupsModule } from '#features/rollups';
import { StoriesModule, storyWithdrawn } from '#features/stories';
import { subscribe } from '#platform/outbox';
import { defineJob, flow, GivesUp, Handles, Queues } from '#platform/queue';
import { editionAsked } from './edition.topics.js';
import { EditionRedaction } from './edition-redaction.service.js';
import { EditionMaker } from './edition-maker.service.js';
import { type EditionRun, EditionRuns } from './edition-runs.service.js';

interface Asked {
  editionId: string;
  run: string;
}

/** The longest step before the documents takes a few seconds. */
const reports = { queue: 'reports', attempts: 3, backoffMs: 2_000, timeoutMs: 60_000 };

/** Begins the making of an edition's files. */
export const makeEdition = defineJob<Asked>({ name: 'edition.make', ...reports });

/** First step, a language: the charts and the map are laid out, once for all documents. */
export const drawEdition = defineJob<EditionRun>({ name: 'edition.charts', ...reports });

/** Second step, a language: the snapshot and the texts become the report as data, section by section. */
export const composeEdition = defineJob<EditionRun>({ name: 'edition.sections', ...reports });

/** Last step, a language: every document from that; lets go of what stood between the steps. */
export const printEdition = defineJob<EditionRun>({
  ...reports,
  name: 'edition.documents',
  timeoutMs: 300_000,
});

/** Looks for files that show a story which was taken back, and has them made again. */
export const redactEditions = defineJob<object>({ name: 'edition.redact', queue: 'reports', attempts: 5 });

export const editionSubscriptions = [
  subscribe(storyWithdrawn, redactEditions, () => ({}), { dedupeKey: () => 'withdrawn' }),
  subscribe(editionAsked, makeEdition, ({ editionId, run }) => ({ editionId, run }), {
    dedupeKey: ({ run }) => run,
  }),
];

@Injectable()
class EditionJobs {
  constructor(
    @Inject(EditionMaker) private readonly maker: EditionMaker,
    @Inject(EditionRuns) private readonly runs: EditionRuns,
    @Inject(EditionRedaction) private readonly redaction: EditionRedaction,
    @Inject(Queues) private readonly queues: Queues,
  ) {}

  @Handles(makeEdition)
  async make({ editionId, run }: Asked): Promise<void> {
    for (const lang of REPORT_LANGS) {
      const asked = { editionId, run, lang };
      const drawn = flow(drawEdition, asked, { jobId: `edition-charts-${run}-${lang}` });
      const composed = flow(composeEdition, asked, {
        jobId: `edition-sections-${run}-${lang}`,
        children: [drawn],
      });
      await this.queues.flow(
        flow(printEdition, asked, { jobId: `edition-documents-${run}-${lang}`, children: [composed] }),
      );
    }
  }

  @Handles(drawEdition)
  draw(asked: EditionRun): Promise<void> {
    return this.maker.draw(asked);
  }

  @Handles(composeEdition)
  compose(asked: EditionRun): Promise<void> {
    return this.maker.compose(asked);
  }

  @Handles(printEdition)
  print(asked: EditionRun): Promise<void> {
    return this.maker.print(asked);
  }

  @GivesUp(drawEdition, composeEdition, printEdition)
  giveUp(asked: EditionRun, error: unknown): Promise<void> {
    return this.runs.giveUp(asked, failureOf(error));
  }

  @GivesUp(makeEdition)
  async giveUpAll(asked: Asked, error: unknown): Promise<void> {
    for (const lang of REPORT_LANGS) await this.runs.giveUp({ ...asked, lang }, failureOf(error));
  }

  @Handles(redactEditions)
  async redact(): Promise<void> {
    await this.redaction.redactAll();
  }
}

/** Worker only. */
@Module({
  imports: [AuditModule, RollupsModule, StoriesModule],
  providers: [EditionMaker, EditionRuns, EditionRedaction, EditionJobs],
})
export class EditionJobsModule {}
