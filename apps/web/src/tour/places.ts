import type { QueryClient } from '@tanstack/react-query';
import { api, body } from '~/api/client';
import { currentCycle, cyclesQuery } from '~/api/reference';
import type { Me } from '~/app/session';
import { dueQuery } from '~/pages/my-updates/queries';
import { queueQuery } from '~/pages/review/queries';

/** Finds what stands at its place in an address; undefined where a person has no such thing. */
type Finder = (client: QueryClient, me: Me) => Promise<string | undefined> | string | undefined;

const grantOf = (me: Me, role: string) => me.roles.find((held) => held.role === role);
const ownState: Finder = (_client, me) => grantOf(me, 'national_coordinator')?.stateCode ?? undefined;

/** By their names in the steps of tours. */
const PLACES: Record<string, Finder> = {
  /** The most urgent update. */
  due: async (client) => {
    const [first] = await client.ensureQueryData(dueQuery);
    return first && `${first.cycleKey}/${first.commitmentId}`;
  },
  /** What waits for a decision first, else what was written last. */
  update: async (client, me) => {
    const [waiting] = await client.ensureQueryData(queueQuery);
    if (waiting) return waiting.id;
    const state = await ownState(client, me);
    if (!state) return undefined;
    const { items } = await body(api.GET('/api/updates', { params: { query: { state, limit: 1 } } }));
    return items[0]?.id;
  },
  /** The cycle that people work in. */
  cycle: async (client) => currentCycle(await client.ensureQueryData(cyclesQuery))?.key,
  /** The newest cycle whose numbers are whole. */
  numbers: async (client) => {
    const cycles = await client.ensureQueryData(cyclesQuery);
    const whole = cycles.filter(({ state }) => state === 'endorsed' || state === 'published');
    return currentCycle(whole.length > 0 ? whole : cycles)?.key;
  },
  /** The State that the person coordinates. */
  state: ownState,
  /** The team that the person leads. */
  team: (_client, me) => grantOf(me, 'team_lead')?.teamKey ?? undefined,
};

/** The address of a step for this person; undefined where there is nothing to show. */
export async function addressOf(at: string, client: QueryClient, me: Me): Promise<string | undefined> {
  const name = /\{(\w+)\}/.exec(at)?.[1];
  if (name === undefined) return at;
  const found = await PLACES[name]?.(client, me);
  return found && at.replace(`{${name}}`, found);
}
