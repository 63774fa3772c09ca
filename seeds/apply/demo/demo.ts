import { CyclesService } from '#features/cycles';
import { FocalPointsService } from '#features/plans';
import { ReportRequests } from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import type { FixedClock } from '#platform/clock';
import { runAs, SYSTEM } from '#platform/http';
import { readPeople } from '../../demo/index.js';
import type { SeedServices } from '../seed.js';
import { Cast, type DemoSignIn } from './cast.js';
import { CommitmentIndex } from './commitment-index.js';
import { ANNUAL_2024, CURRENT, MID_YEAR_2024 } from './cycles.js';
import { currentCycle } from './current-cycle.js';
import { publishEdition } from './edition.js';
import { reportCycle } from './reporting.js';
import { publishStories } from './stories.js';
import { currentTeams, publishTeams, reportTeams } from './teams.js';

/** One password for everybody in the demo; there is no demo outside of demo mode. */
export const DEMO_PASSWORD = 'mirps-demo-2024';

/**
 * The year 2024 as reported, lived through by fictional people: drafted, submitted, returned, corrected, approved, accepted,
 * endorsed, published and asked for as reports, which the first worker makes. The mid-year report is out as an edition, the annual
 * one is to be composed; a cycle of today is open, so that there is something to do. A demo that is there already is left alone.
 */
export async function seedDemo(
  services: SeedServices,
  clock: FixedClock,
  say: (sentence: string) => void,
): Promise<DemoSignIn[]> {
  const today = clock.now();
  const cycles = services.get(CyclesService);
  const present = await runAs(SYSTEM, () => cycles.list());
  if (present.length > 0) return [];

  say('Making the people of the demo known…');
  clock.set(new Date('2024-01-25T15:00:00Z'));
  const cast = await Cast.enter(services, DEMO_PASSWORD);
  const index = await CommitmentIndex.read(services);
  await runAs(SYSTEM, async () => {
    for (const { stateCode, number, email, fromOn } of readPeople().focalPoints)
      await services
        .get(FocalPointsService)
        .assign(SYSTEM, index.id(stateCode, number), { userId: cast.userId(email), fromOn });
  });

  for (const cycle of [MID_YEAR_2024, ANNUAL_2024]) {
    say(
      `Reporting the ${cycle.kind === 'annual' ? 'annual' : 'mid-year'} cycle of 2024 as its people would…`,
    );
    const stage = { services, clock, cast, index, cycle };
    await reportCycle(stage);
    if (cycle.kind === 'annual') await reportTeams(stage);
    if (cycle.kind === 'annual') await publishStories(stage);
    const presidency = cast.holder('presidency', null, clock.now());
    await runAs(presidency, () => services.get(SnapshotsService).endorse(cycle.key, presidency));
    const secretariat = cast.holder('secretariat', null, clock.now());
    await runAs(secretariat, async () => {
      await cycles.publish(secretariat, cycle.key);
      await publishTeams(stage);
      const { key: cycleKey, kind } = cycle;
      for (const lang of ['en', 'es'] as const)
        await services.get(ReportRequests).request({ cycleKey, kind, lang, format: 'html' }, secretariat);
    });
    if (cycle.kind === 'mid_year') await publishEdition(stage);
  }

  say('Opening a cycle of today…');
  clock.set(today);
  const stage = { services, clock, cast, index, cycle: CURRENT(today) };
  await currentCycle(stage);
  await currentTeams(stage);
  return cast.signIns(DEMO_PASSWORD, today);
}
