import { CyclesService } from '#features/cycles';
import {
  type TeamActivityDto,
  TeamRollupsService,
  TeamUpdatesService,
  TeamWorkQueries,
  WorkplansService,
} from '#features/teams';
import { runAs, SYSTEM } from '#platform/http';
import { readTeamUpdates2024 } from '../../demo/index.js';
import { readRegional } from '../../reference/index.js';
import type { Stage } from './reporting.js';

/** When the teams say how far they are, and when the Secretariat decides, while the States' contributions are in review. */
const REPORTED = '2024-10-28T15:00:00Z';
const REVIEWED = '2024-11-05T15:00:00Z';

/** The teams' updates of the annual cycle of 2024: written by their leads, approved by the Secretariat. */
export async function reportTeams({ services, clock, cast, cycle }: Stage): Promise<void> {
  const updates = services.get(TeamUpdatesService);
  for (const { teamKey, email, summaryEn, summaryEs } of readTeamUpdates2024().updates) {
    clock.set(new Date(REPORTED));
    const lead = cast.actor(email, clock.now());
    const activities = await activitiesOf(services, teamKey, cycle.year);
    const { id } = await runAs(lead, async () => {
      const draft = await updates.createDraft(lead, {
        teamKey,
        cycleKey: cycle.key,
        summaryEn,
        summaryEs,
        activities: activities.map(({ id: activityId, status, statusIllustrative: illustrative }) => ({
          activityId,
          status,
          illustrative,
        })),
      });
      return updates.submit(lead, draft.id);
    });
    clock.set(new Date(REVIEWED));
    const secretariat = cast.holder('secretariat', null, clock.now());
    await runAs(secretariat, () => updates.approve(secretariat, id));
  }
  clock.set(new Date(cycle.acts.endorsed));
}

/** What the worker does once the cycle is published, so that the demo shows it before a worker runs. */
export async function publishTeams({ services, cycle }: Stage): Promise<void> {
  const { id } = await services.get(CyclesService).get(cycle.key);
  await services.get(TeamUpdatesService).publish(id);
  await runAs(SYSTEM, () => services.get(TeamRollupsService).recomputeCycle(id));
}

const SOURCE = 'MIRPS Annual Report 2024';

/** The next steps of 2024 as workplans of today, and one update that waits for the Secretariat. */
export async function currentTeams({ services, clock, cast, cycle }: Stage): Promise<void> {
  const workplans = services.get(WorkplansService);
  const updates = services.get(TeamUpdatesService);
  for (const { key: teamKey, nextSteps } of readRegional().teams)
    for (const { en, es } of nextSteps)
      await runAs(SYSTEM, () =>
        workplans.createActivity(SYSTEM, {
          teamKey,
          year: cycle.year,
          datePrecision: 'not_stated',
          textEn: en,
          textEs: es,
          supportedBy: [],
          commitments: [],
          status: 'planned',
          statusIllustrative: true,
          sources: [SOURCE],
        }),
      );
  clock.set(new Date(cycle.acts.reported));
  const lead = cast.actor('team.jl@mirps.example', clock.now());
  const activities = await activitiesOf(services, 'RTT-JL', cycle.year);
  await runAs(lead, async () => {
    const { id } = await updates.createDraft(lead, {
      teamKey: 'RTT-JL',
      cycleKey: cycle.key,
      summaryEn: 'Illustrative entry of the demo: work on the roadmaps has begun.',
      summaryEs: 'Registro ilustrativo de la demostración: comenzó el trabajo sobre las hojas de ruta.',
      activities: activities.slice(0, 2).map(({ id: activityId }) => ({
        activityId,
        status: 'in_progress' as const,
        illustrative: true,
      })),
    });
    await updates.submit(lead, id);
  });
  const { id } = await services.get(CyclesService).get(cycle.key);
  await runAs(SYSTEM, () => services.get(TeamRollupsService).recomputeCycle(id));
  clock.set(new Date(cycle.acts.submitted));
}

async function activitiesOf(
  services: Stage['services'],
  team: string,
  year: number,
): Promise<TeamActivityDto[]> {
  const { text } = await services.get(TeamWorkQueries).activities(SYSTEM, { team, year, limit: 200 });
  return (JSON.parse(text) as { items: TeamActivityDto[] }).items;
}
