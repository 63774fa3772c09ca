import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, signIn, type Stack, startStack } from '../harness/index.js';
import { listen, type Listening } from '../harness/live.js';

const CYCLE = {
  kind: 'mid_year',
  factsFrom: '2031-01-01',
  factsTo: '2031-06-30',
  opensOn: '2031-06-02',
  dueOn: '2031-07-11',
  reviewByOn: '2031-07-25',
  cutoffOn: '2031-08-15',
};

describe('open pages, on two processes of the API', () => {
  let stack: Stack;
  /** Everybody writes at the first process and listens at the second. */
  let secretariat: Client;
  let presidency: Client;
  const streams: Listening[] = [];
  let year = 2030;

  beforeAll(async () => {
    stack = await startStack({ apis: 2, workers: 1 });
    secretariat = await stack.signIn('secretariat.oas@mirps.example');
    presidency = await stack.signIn('presidency.sv@mirps.example');
  });
  afterAll(async () => {
    for (const each of streams) each.close();
    await stack.stop();
  });

  const there = (email: string): Promise<Client> => signIn(stack.parts[1]?.url ?? '', email);
  async function opened(client: Client, headers?: Record<string, string>): Promise<Listening> {
    const stream = await listen(client, headers);
    streams.push(stream);
    await eventually('the first word', () => stream.told.length > 0);
    return stream;
  }
  /** Plans one more cycle, which everybody may know of. @returns the word for it */
  async function planned(): Promise<string> {
    year += 1;
    const dates = Object.fromEntries(
      Object.entries(CYCLE).map(([name, value]) => [name, value.replace('2031', String(year))]),
    );
    await secretariat.json('POST', '/api/cycles', { ...dates, year });
    return `cycle ${year}-mid-year`;
  }

  /** All but the rollups, which the worker makes anew when it starts, and everybody may know of. */
  const apart = ({ told }: Listening): string[] => told.filter((word) => word !== 'rollups');

  it('hear at the second what was done at the first, through proxies that like to gather', async () => {
    const focal = await opened(await there('focal.comar.mx@mirps.example'));
    expect(focal.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(focal.headers.get('x-accel-buffering')).toBe('no');
    expect(focal.headers.get('cache-control')).toMatch(/no-transform/);
    const word = await planned();
    await eventually('the news', () => focal.told.includes(word));
    expect(apart(focal)).toEqual(['hello', word]);
  });

  it('are not told of other States, nor of reports in the making', async () => {
    const [mexico, guatemala, office] = await Promise.all(
      ['coordinator.mx', 'coordinator.gt', 'secretariat.oas'].map(async (who) =>
        opened(await there(`${who}@mirps.example`)),
      ) as [Promise<Listening>, Promise<Listening>, Promise<Listening>],
    );
    const [cycle] = await stack.sql<{ key: string }>(
      `SELECT c.key FROM cycles c JOIN state_submissions s ON s.cycle_id = c.id AND s.state_code = 'GT' WHERE c.state IN ('open', 'in_review') LIMIT 1`,
    );
    const key = String(cycle?.key);
    await presidency.json('POST', `/api/cycles/${key}/submissions/GT/messages`, {
      kind: 'question',
      text: 'Since when?',
    });
    const question = `submission ${key}`;
    // The worker tells the coordinator of it; the bell rings by itself.
    await eventually(
      'the question',
      () => guatemala.told.includes(question) && guatemala.told.includes('notifications'),
    );
    const [snapshot] = await stack.sql<{ id: string }>(
      'SELECT id FROM snapshots ORDER BY created_at DESC LIMIT 1',
    );
    const report = await secretariat.json<{ id: string }>('POST', '/api/reports', {
      snapshotId: snapshot?.id,
      kind: 'annual',
      lang: 'en',
      format: 'json',
    });
    await eventually('the report', () => office.told.includes(`report ${report.id}`));
    const word = await planned();
    await eventually('the end', () => [mexico, guatemala, office].every(({ told }) => told.includes(word)));
    expect(apart(mexico)).toEqual(['hello', word]);
    expect(guatemala.told.some((each) => each.startsWith('report'))).toBe(false);
    expect(office.told).toContain(question);
  });

  it('read everything anew after a break', async () => {
    const back = await opened(await there('focal.comar.mx@mirps.example'), { 'last-event-id': '3' });
    expect(apart(back)).toEqual(['refetch']);
  });

  it('are told nothing more after signing out, and nothing at all without a session', async () => {
    const client = await there('coordinator.gt@mirps.example');
    const stream = await opened(client);
    await client.request('POST', '/api/auth/sign-out', {});
    await planned();
    await eventually('the end of the stream', () => stream.ended);
    expect(apart(stream)).toEqual(['hello']);
    await expect(listen(client)).rejects.toThrow('401');
  });
});
