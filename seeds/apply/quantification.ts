import { QuantificationSection, QuantificationService } from '#features/quantification';
import { runAs, SYSTEM } from '#platform/http';
import { readRegional } from '../reference/index.js';
import type { SeedServices } from './seed.js';

/** What the sources tell of the quantification: the gap of 2019, the update of 2020, what Mexico costed then, what was announced. */
export async function seedQuantification(services: SeedServices): Promise<void> {
  const { quantification: seed } = readRegional();
  const section = services.get(QuantificationSection);
  const { sources } = seed;
  await runAs(SYSTEM, async () => {
    await section.put(SYSTEM, {
      key: `region-${seed.first}`,
      year: seed.first,
      stateCode: null,
      amount: { value: seed.gap2019.value.toFixed(2), currency: seed.gap2019.currency },
      note: {
        en: `${seed.gapScope.en}. ${seed.model.en}`,
        es: `${seed.gapScope.es}. ${seed.model.es}`,
      },
      sources,
    });
    await section.put(SYSTEM, {
      ...{ key: `region-${seed.updated}`, year: seed.updated, stateCode: null, amount: null },
      ...{ note: seed.updateNote, sources },
    });
    await section.put(SYSTEM, {
      ...{ key: 'mx-2020', year: 2020, stateCode: 'MX', amount: null, note: seed.mexico2020, sources },
    });
    const quantification = services.get(QuantificationService);
    const there = new Set((await quantification.contributions({})).map(({ key }) => key));
    for (const announced of seed.announced)
      if (!there.has(announced.key))
        await quantification.putContribution(SYSTEM, { ...announced, announced: true });
  });
}
