import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { eventually, type Stack, startStack } from '../harness/index.js';
import { type TestRedis, testRedis } from '../harness/redis.js';
import { type Matrix, openCycleKey } from './reporting.js';

interface Waiting {
  items: { id: string; percent: number }[];
}

interface Report {
  id: string;
  state: string;
  sha256: string | null;
}

describe.each(['PostgreSQL', 'Redis'])('with queues in %s', (home) => {
  let stack: Stack;
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    redis = home === 'Redis' ? await testRedis() : undefined;
    stack = await startStack({ workers: 2, redisUrl: redis?.url });
  });
  afterAll(async () => {
    await stack.stop();
    await redis?.close();
  });

  it('what is approved in several States is soon in every total', async () => {
    const presidency = await stack.signIn('presidency.sv@mirps.example');
    const cycleKey = await openCycleKey(presidency);
    const cells = async (): Promise<Matrix['cells']> =>
      (await presidency.json<Matrix>('GET', `/api/rollups/${cycleKey}/matrix`)).cells;
    const reported = async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await cells())
          .filter(({ level }) => level === 'state' || level === 'region')
          .map(({ stateCode, reported: count }) => [stateCode || 'region', count]),
      );
    await eventually('the open cycle counted', async () => (await reported()).region === 3);
    await Promise.all(
      ['mx', 'gt', 'hn'].map(async (state) => {
        const coordinator = await stack.signIn(`coordinator.${state}@mirps.example`);
        const { items } = await coordinator.json<Waiting>(
          'GET',
          `/api/updates?cycle=${cycleKey}&reviewState=submitted&state=${state.toUpperCase()}`,
        );
        expect(items).toHaveLength(2);
        await Promise.all(items.map(({ id }) => coordinator.json('POST', `/api/updates/${id}/approve`)));
      }),
    );
    const all = { BZ: 0, CR: 0, SV: 0, GT: 3, HN: 3, MX: 3, PA: 0, region: 9 };
    await eventually('all approved updates in the totals', async () =>
      isDeepStrictEqual(await reported(), all),
    );
    const region = (await cells()).find(({ level }) => level === 'region');
    expect(region).toMatchObject({ commitments: 231, meanPercent: '40.0000', stages: { in_progress: 9 } });
  });

  it('a report is made in the background', async () => {
    const secretariat = await stack.signIn('secretariat.oas@mirps.example');
    const asked = await secretariat.json<Report>('POST', '/api/reports', {
      ...{ cycleKey: '2024-annual', kind: 'annual', lang: 'en', format: 'json' },
    });
    const done = await eventually('the report', async () => {
      const report = await secretariat.json<Report>('GET', `/api/reports/${asked.id}`);
      return report.state === 'done' && report;
    });
    expect(done.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await secretariat.request('GET', `/api/reports/${asked.id}/content`)).status).toBe(200);
  });

  it('nothing is left over and nothing has failed', async () => {
    const { code, stdout } = await eventually('a healthy doctor', async () => {
      const result = await stack.mirps(['doctor']);
      return result.code === 0 && result;
    });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(`queue: ${home},`) });
    if (!redis) return;
    const client = new Redis(redis.url);
    expect(await client.dbsize()).toBeGreaterThan(0);
    await client.quit();
  });
});
