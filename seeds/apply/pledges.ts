import { PledgeForumsService, type PledgeInput, PledgesReading, PledgesService } from '#features/pledges';
import { runAs, SYSTEM } from '#platform/http';
import { readRegional } from '../reference/index.js';
import type { SeedServices } from './seed.js';

/** The Forum of 2023, as the sources name it. */
const FORUM = 'grf-2023';

/**
 * The regional pledges of the Global Refugee Forum of 2023 with the teams that carry them, and how the Forum follows pledges
 * up. Pledges that are there already are left as people keep them.
 */
export async function seedPledges(services: SeedServices): Promise<void> {
  const { pledges2023: seed } = readRegional();
  await runAs(SYSTEM, async () => {
    const forums = services.get(PledgeForumsService);
    await forums.put(SYSTEM, {
      key: FORUM,
      kind: 'global_refugee_forum',
      year: 2023,
      name: { en: 'Global Refugee Forum 2023', es: 'Foro Mundial sobre los Refugiados 2023' },
      note: seed.note,
      howUpdated: seed.howUpdated,
      goodPledge: seed.goodPledge,
      sources: seed.sources,
    });
    await forums.put(SYSTEM, {
      key: 'grf-2019',
      kind: 'global_refugee_forum',
      year: 2019,
      name: { en: 'Global Refugee Forum 2019', es: 'Foro Mundial sobre los Refugiados 2019' },
      sources: seed.distributionSources,
      distributions: [
        {
          asOfMonth: '2020-08-01',
          planning: seed.distributionAugust2020.planning,
          inProgress: seed.distributionAugust2020.in_progress,
          fulfilled: seed.distributionAugust2020.fulfilled,
          sources: seed.distributionSources,
        },
      ],
    });
    const { items } = await services.get(PledgesReading).list(SYSTEM, { forum: FORUM, limit: 200 });
    const known = new Set(items.map(({ key }) => key));
    for (const pledge of seed.pledges) {
      const input: PledgeInput = {
        key: `GRF2023-${pledge.key}`,
        forum: FORUM,
        form: pledge.form,
        titleEn: pledge.name.en,
        titleEs: pledge.name.es,
        team: pledge.teamKey,
        linkedGlobalPledgeEn: pledge.linkedGlobalPledge.en,
        linkedGlobalPledgeEs: pledge.linkedGlobalPledge.es,
        areas: pledge.areas,
        inferred: pledge.inferred,
        sources: pledge.sources,
      };
      if (!known.has(input.key)) await services.get(PledgesService).create(SYSTEM, input);
    }
  });
}
