import { AlliancesService } from '#features/alliances';
import { runAs, SYSTEM } from '#platform/http';
import { readRegional } from '../reference/index.js';
import type { Bilingual, SupportPlatformSeed } from '../reference/regional.content.js';
import type { SeedServices } from './seed.js';

/** Dialogue mechanisms, the Support Platform and events. What is there already is left as people keep it. */
export async function seedAlliances(services: SeedServices): Promise<void> {
  const service = services.get(AlliancesService);
  await runAs(SYSTEM, async () => {
    const { platform, years } = await service.overview({});
    if (years.length === 0) await seedYears(service);
    if (!platform) await seedPlatform(service, readRegional().supportPlatform);
  });
}

async function seedYears(service: AlliancesService): Promise<void> {
  const { year, dialogueMechanisms, oasEvents, supportPlatform } = readRegional();
  for (const { key: kind, name, lead, status, launchedOn, earlierLeads, ...rest } of dialogueMechanisms) {
    await service.createDialogue(SYSTEM, {
      ...{ year, kind, ...both('name', name), ...both('lead', lead), ...both('status', status), ...rest },
      ...{ launchedOn, launchedPrecision: launchedOn === null ? null : 'day' },
    });
    for (const earlier of earlierLeads ?? [])
      await service.createDialogue(SYSTEM, {
        ...{ year: earlier.year, kind, ...both('name', name), ...both('lead', earlier.lead) },
        ...{ steps: [], areas: [], sources: earlier.sources },
      });
  }
  for (const { name, detail, precision, heldOn, sources, year: held } of oasEvents)
    await service.createEvent(SYSTEM, {
      ...{ kind: 'oas', year: held, heldOn, heldPrecision: precision, sources },
      ...{ ...both('name', name), ...both('detail', detail) },
    });
  for (const name of supportPlatform.learningEvents2023)
    await service.createEvent(SYSTEM, {
      ...{ kind: 'learning', year: 2023, heldPrecision: 'year', ...both('name', name) },
      sources: supportPlatform.sources,
    });
}

async function seedPlatform(service: AlliancesService, seed: SupportPlatformSeed): Promise<void> {
  const priorityOf = (chair: Bilingual) =>
    seed.priorities.find((each) => each.chair.en === chair.en)?.text ?? null;
  const members = (kind: 'state' | 'organisation', names: Bilingual[]) =>
    names.map((name) => ({ kind, ...both('name', name) }));
  await service.enterPlatform(SYSTEM, {
    launched: seed.launched,
    members: [
      ...members('state', seed.memberStates),
      ...members('organisation', seed.memberOrganisations),
      ...seed.formerMemberStates.map(({ name, fromYear, untilYear }) => ({
        ...{ kind: 'state' as const, ...both('name', name), fromYear, untilYear },
      })),
    ],
    chairs: seed.chairs.map(({ chair, period, note, fromYear, untilYear, sources }) => ({
      ...{ ...both('name', chair), fromYear, untilYear, ...both('period', period), ...both('note', note) },
      ...{ ...both('priority', priorityOf(chair)), sources },
    })),
    notes: seed.notes,
    sources: seed.sources,
  });
}

type Pair<K extends string, T> = { [P in `${K}En` | `${K}Es`]: T };

function both<K extends string>(name: K, words: Bilingual): Pair<K, string>;
function both<K extends string>(name: K, words: Bilingual | null): Pair<K, string | null>;
function both(name: string, words: Bilingual | null): Record<string, string | null> {
  return { [`${name}En`]: words?.en ?? null, [`${name}Es`]: words?.es ?? null };
}
