import { Inject, Injectable, Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { REPORT_LANGS } from '#features/reports';
import { RollupsModule } from '#features/rollups';
import { StoriesModule, storyWithdrawn } from '#features/stories';
import { subscribe } from '#platform/outbox';
import { defineJob, flow, Handles, type JobContext, Queues } from '#platform/queue';
import { editionAsked } from './edition.topics.js';
import { EditionRedaction } from './edition-redaction.service.js';
import { type Composed, EditionMaker, type EditionRun } from './edition-maker.service.js';

interface Asked {
  editionId: string;
  run: string;
}

const reports = { queue: 'reports', attempts: 3, backoffMs: 2_000 };

/** Begins the making of an edition's files. */
export const makeEdition = defineJob<Asked>({ name: 'edition.make', ...reports });

/** First step, a language: the snapshot and the texts become the report as data, with its charts and sections. */
export const composeEdition = defineJob<EditionRun>({ name: 'edition.compose', ...reports });

/** Second step, a language: every document from that. */
export const printEdition = defineJob<EditionRun>({ name: 'edition.print', timeoutMs: 600_000, ...reports });

/** Last step: both languages are made; lets go of what stood between the steps. */
export const finishEdition = defineJob<Asked>({ name: 'edition.finish', ...reports });

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
    @Inject(EditionRedaction) private readonly redaction: EditionRedaction,
    @Inject(Queues) private readonly queues: Queues,
  ) {}

  @Handles(makeEdition)
  async make({ editionId, run }: Asked): Promise<void> {
    const printed = REPORT_LANGS.map((lang) =>
      flow(
        printEdition,
        { editionId, run, lang },
        {
          jobId: `edition-print-${run}-${lang}`,
          children: [
            flow(composeEdition, { editionId, run, lang }, { jobId: `edition-compose-${run}-${lang}` }),
          ],
        },
      ),
    );
    await this.queues.flow(
      flow(finishEdition, { editionId, run }, { jobId: `edition-finish-${run}`, children: printed }),
    );
  }

  @Handles(composeEdition)
  compose(asked: EditionRun, { lastAttempt }: JobContext): Promise<Composed | null> {
    return this.orGiveUp(asked, lastAttempt, () => this.maker.compose(asked));
  }

  @Handles(printEdition)
  print(asked: EditionRun, { lastAttempt, childrenValues }: JobContext): Promise<Composed | null> {
    return this.orGiveUp(asked, lastAttempt, async () => {
      const [composed] = await childrenValues<Composed | null>();
      if (composed) await this.maker.print(asked, composed);
      return composed ?? null;
    });
  }

  @Handles(finishEdition)
  async finish(_: Asked, { childrenValues }: JobContext): Promise<void> {
    await this.maker.tidy(await childrenValues<Composed | null>());
  }

  @Handles(redactEditions)
  async redact(): Promise<void> {
    await this.redaction.redactAll();
  }

  private async orGiveUp<T>(asked: EditionRun, last: boolean, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (last) await this.maker.giveUp(asked);
      throw error;
    }
  }
}

/** Worker only. */
@Module({
  imports: [AuditModule, RollupsModule, StoriesModule],
  providers: [EditionMaker, EditionRedaction, EditionJobs],
})
export class EditionJobsModule {}
