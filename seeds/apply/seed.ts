import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abstract, Type } from '@nestjs/common';
import { ResultsService } from '#features/indicators';
import { PlansQueries, PlansService, PlanTemplatesService } from '#features/plans';
import { SearchWords } from '#features/search';
import { ReferenceService, StatesService } from '#features/states';
import { Clock, FixedClock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { runAs, SYSTEM } from '#platform/http';
import { seedAlliances } from './alliances.js';
import { seedDemo } from './demo/demo.js';
import { seedIndicators } from './indicators.js';
import { seedMechanisms } from './mechanisms.js';
import { seedPartners } from './partners.js';
import { seedPledges } from './pledges.js';
import { seedProjects } from './projects.js';
import { seedQuantification } from './quantification.js';
import { seedRegional } from './regional.js';
import { seedReference } from './reference.js';
import { seedTeams } from './teams.js';

/** Gives the product's services; the seeds go through the same doors as people do. */
export interface SeedServices {
  get<T>(service: Type<T> | Abstract<T>): T;
}

export interface SeedOptions {
  /** Do nothing when the database holds a State already. */
  onlyIfEmpty: boolean;
  /** Told what is being put in. */
  say?: (sentence: string) => void;
}

export interface SeedResult {
  seeded: boolean;
  demo: boolean;
  sentence: string;
}

/** The region as it is and, in demo mode, the year 2024 as reported. Safe to repeat. */
export async function seed(
  services: SeedServices,
  { onlyIfEmpty, say = () => undefined }: SeedOptions,
): Promise<SeedResult> {
  const { demo } = services.get(Config);
  const known = await runAs(SYSTEM, () => services.get(StatesService).list());
  if (onlyIfEmpty && known.length > 0)
    return { seeded: false, demo, sentence: 'The database holds data already; nothing was put in.' };

  // One transaction: an interrupted seed leaves nothing, and the next start begins again.
  return services.get(Database).transaction(async () => {
    say('Putting in the region: States, areas, institutions, Presidencies, plans…');
    await seedReference({
      reference: services.get(ReferenceService),
      templates: services.get(PlanTemplatesService),
      plans: services.get(PlansService),
      planQueries: services.get(PlansQueries),
    });
    await seedTeams(services);
    await seedPledges(services);
    await seedIndicators(services.get(ResultsService));
    await seedProjects(services);
    await seedQuantification(services);
    await seedMechanisms(services);
    await seedAlliances(services);
    await seedRegional(services);
    await seedPartners(services);
    const result: SeedResult = demo
      ? await seedWithDemo(services, say)
      : {
          seeded: true,
          demo,
          sentence: 'The region is in: States, areas, institutions, Presidencies and plans.',
        };
    await services.get(SearchWords).settle();
    return result;
  });
}

async function seedWithDemo(services: SeedServices, say: (sentence: string) => void): Promise<SeedResult> {
  const clock = services.get(Clock);
  const { MIRPS_DATA: folder } = services.get(Config);
  if (!(clock instanceof FixedClock))
    throw new Error('The demo tells of 2024: it needs a clock that it can set.');
  const signIns = await seedDemo(services, clock, say);
  if (signIns.length === 0)
    return { seeded: true, demo: true, sentence: 'The region is in; the demo was there already.' };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'demo-sign-ins.json'), `${JSON.stringify(signIns, null, 2)}\n`, {
    mode: 0o600,
  });
  return {
    seeded: true,
    demo: true,
    sentence: `The region and the demo of 2024 are in; ${signIns.length} people can sign in.`,
  };
}
