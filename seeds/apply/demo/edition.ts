import { EditionFilesService, EditionMaker, EditionsService } from '#features/editions';
import { type Lang, runAs } from '#platform/http';
import { Database } from '#platform/database';
import type { Stage } from './reporting.js';

const RUN = 'SELECT run FROM edition_files WHERE edition_id = $1 LIMIT 1';

/**
 * The published cycle's report as an edition that everybody can read: put together by the Secretariat without a word that nobody
 * wrote, made here in both languages, approved by the Presidency and the Secretariat, published.
 */
export async function publishEdition({ services, clock, cast, cycle: { key } }: Stage): Promise<void> {
  const editions = services.get(EditionsService);
  const secretariat = cast.holder('secretariat', null, clock.now());
  const presidency = cast.holder('presidency', null, clock.now());
  const { id, number } = await runAs(secretariat, async () => {
    const { number: first } = await editions.prepare(secretariat, { cycleKey: key });
    return services.get(EditionFilesService).generate(secretariat, key, first);
  });
  const asked = await services.get(Database).one<{ run: string }>(RUN, [id]);
  if (!asked) throw new Error(`No file of edition ${number} of ${key} was asked for.`);
  const maker = services.get(EditionMaker);
  for (const lang of ['en', 'es'] satisfies Lang[]) {
    const run = { editionId: id, run: asked.run, lang };
    await maker.draw(run);
    await maker.compose(run);
    await maker.print(run);
  }
  const { version } = await editions.get(presidency, key, number);
  await runAs(presidency, async () => editions.approve(presidency, key, number, version, 'presidency'));
  await runAs(secretariat, async () => {
    const approved = await editions.get(secretariat, key, number);
    const ready = await editions.approve(secretariat, key, number, approved.version, 'secretariat');
    await editions.publish(secretariat, key, number, ready.version);
  });
}
