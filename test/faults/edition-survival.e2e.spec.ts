import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Client, eventually, type Stack, startStack } from '../harness/index.js';
import { type TestRedis, testRedis } from '../harness/redis.js';

const EDITION = '/api/editions/2024-annual/1';

/** A silent worker keeps its jobs for 20 s before another takes them; then they still have to be done. */
const SETTLE_MS = 120_000;

interface Made {
  files: { state: string; step: string | null; sha256: string | null }[];
}

describe('the files of an edition', () => {
  let stack: Stack | undefined;
  let redis: TestRedis | undefined;
  afterEach(async () => {
    await stack?.stop();
    await redis?.close();
  });

  it.each([
    { home: 'PostgreSQL', step: 'documents' },
    { home: 'Redis', step: 'sections' },
  ])(
    'are made once, and nothing else is left, when every worker is killed at their $step, with queues in $home',
    async ({ home, step }) => {
      redis = home === 'Redis' ? await testRedis() : undefined;
      const running = await startStack({ workers: 2, redisUrl: redis?.url });
      stack = running;
      const secretariat = await running.signIn('secretariat.oas@mirps.example');
      await putTogether(secretariat);
      await secretariat.json('POST', `${EDITION}/generate`);
      const now = (): Promise<Made> => secretariat.json<Made>('GET', EDITION);
      while (!(await now()).files.some((file) => file.step === step)) await pause(5);
      const workers = running.parts.filter(({ role }) => role === 'worker');
      await Promise.all(workers.map(({ child }) => (child.kill('SIGKILL'), once(child, 'exit'))));
      expect((await now()).files.some(({ state }) => state === 'running')).toBe(true);
      await Promise.all(workers.map((worker) => worker.start()));

      await eventually(
        'every file',
        async () => (await now()).files.every(({ state }) => state === 'done'),
        SETTLE_MS,
      );
      expect((await now()).files).toHaveLength(12);
      const held = await running.sql<{ key: string }>('SELECT storage_key AS key FROM edition_files');
      await eventually('nothing beside the files', () =>
        Promise.resolve(storedIn(running).length === held.length),
      );
      expect(storedIn(running)).toEqual(held.map(({ key }) => key.replace('editions/', '')).toSorted());
    },
    300_000,
  );
});

/** Freezes one text beside the snapshot of the demo. */
async function putTogether(secretariat: Client): Promise<void> {
  const section = '/api/compositions/2024-annual/sections/foreword';
  const texts = { textEn: '{{rollup:MX.coverage}}', textEs: '{{rollup:MX.coverage}}' };
  await secretariat.json('PUT', section, texts, { 'if-match': '"0"' });
  await secretariat.json('PUT', `${section}/state`, { to: 'final' }, { 'if-match': '"1"' });
  await secretariat.json('POST', '/api/editions', { cycleKey: '2024-annual' });
}

/** What lies in the storage of editions. */
const storedIn = ({ dataDir }: Stack): string[] =>
  readdirSync(join(dataDir, 'files/editions'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('.'))
    .toSorted();
