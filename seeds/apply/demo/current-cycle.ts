import { ProgressService } from '#features/progress';
import { runAs } from '#platform/http';
import { focalPointOf, openCycle, type Stage } from './reporting.js';

const NARRATIVE = {
  en: 'Illustrative entry of the demo: work goes on as in the last report; nothing of this year has been published.',
  es: 'Registro ilustrativo de la demostración: el trabajo continúa como en el último informe; aún no se ha publicado nada de este año.',
};

/** What each demo commitment of today shows: waiting for review, returned or approved. Numbers of the regional template. */
const WAITING = [18, 27];
const RETURNED = [4];
const APPROVED = [23];

/** A cycle of today in the middle of its reporting, so that every desk of the demo has something on it. */
export async function currentCycle(stage: Stage): Promise<void> {
  const { services, clock, cast, cycle } = stage;
  const progress = services.get(ProgressService);
  await openCycle(stage);
  for (const stateCode of ['MX', 'GT', 'HN'])
    for (const number of [...WAITING, ...RETURNED, ...APPROVED]) {
      clock.set(new Date(cycle.acts.reported));
      const author = focalPointOf(stage, stateCode, number);
      const { id } = await runAs(author, async () => {
        const draft = await progress.createDraft(author, {
          commitmentId: stage.index.id(stateCode, number),
          cycleKey: cycle.key,
          ...{ stage: 'in_progress', outlook: 'on_track', percent: 40, percentSource: 'reported' },
          ...{
            narrativeEn: NARRATIVE.en,
            narrativeEs: NARRATIVE.es,
            illustrative: ['stage', 'outlook', 'percent'],
          },
        });
        return progress.submit(author, draft.id);
      });
      clock.set(new Date(cycle.acts.reviewed));
      const coordinator = cast.holder('national_coordinator', stateCode, clock.now());
      if (RETURNED.includes(number))
        await runAs(coordinator, () =>
          progress.returnForChanges(
            coordinator,
            id,
            'Demostración: indique el período que cubre este avance.',
          ),
        );
      if (APPROVED.includes(number)) await runAs(coordinator, () => progress.approve(coordinator, id));
    }
  clock.set(new Date(cycle.acts.submitted));
}
