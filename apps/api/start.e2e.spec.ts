import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { copyOf, testDatabase, type TestDatabase } from '../../test/harness/index.js';

const SECRET = '7f3a9c0b5d1e8246a0c4e6f81b2d3957';

jest.setTimeout(60_000); // a first start compiles everything

describe('the API as a process', () => {
  let test: TestDatabase;
  let demo: { url: string; drop: () => Promise<void> };
  let taken: Server;
  let folder: string;

  beforeAll(async () => {
    test = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'mirps-start-'));
    const provider = {
      id: 'mx-sre',
      name: { en: 'Ministry', es: 'Secretaría' },
      stateCode: 'MX',
      issuer: 'https://login.example',
      clientId: 'mirps',
      clientSecretFile: '/no/such/secret',
      emailDomains: ['sre.example'],
    };
    writeFileSync(join(folder, 'oidc.json'), JSON.stringify([provider]));
    demo = await copyOf('template_demo');
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
  });
  afterAll(async () => {
    taken.close();
    rmSync(folder, { recursive: true });
    await test.close();
    await demo.drop();
  });

  const start = (environment: Record<string, string>): ChildProcess =>
    spawn(process.execPath, ['dist/apps/api/main.js'], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: test.url,
        MIRPS_SECRET: SECRET,
        PORT: '0',
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  const ending = async (child: ChildProcess): Promise<{ code: number | null; said: string }> => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said: said.trim() };
  };
  const ready = async (): Promise<ChildProcess> => {
    const child = start({});
    const [message] = (await once(child, 'message')) as [unknown];
    expect(message).toBe('ready');
    return child;
  };

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'a short secret',
      () => ({ MIRPS_SECRET: 'short' }),
      /^The configuration cannot be used: MIRPS_SECRET .*\.$/,
    ],
    [
      'a taken port',
      () => ({ PORT: String((taken.address() as { port: number }).port) }),
      /^The API cannot start: port \d+ on 127\.0\.0\.1 is taken .* set PORT to a free port\.$/,
    ],
    [
      'a database that is away',
      () => ({ DATABASE_URL: 'postgres://127.0.0.1:1/mirps' }),
      /^The API cannot start: nothing answers at 127\.0\.0\.1:1\/mirps; .*DATABASE_URL\.$/,
    ],
    [
      'a database that does not exist',
      () => ({ DATABASE_URL: test.url.replace(/\/\w+$/, '/no_such_one') }),
      /^The API cannot start: there is no database as in .*\/no_such_one; .*\.$/,
    ],
    [
      'a secret that can be guessed, in production',
      () => ({ NODE_ENV: 'production', MIRPS_SECRET: 'x'.repeat(40) }),
      /^The configuration cannot be used: MIRPS_SECRET repeats itself: make one with `openssl rand -hex 32`\.$/,
    ],
    [
      'the demo, in production',
      () => ({ NODE_ENV: 'production', MIRPS_SECRET: SECRET, MIRPS_DEMO: 'on' }),
      /^The configuration cannot be used: MIRPS_DEMO .* set MIRPS_DEMO=off in production\.$/,
    ],
    [
      'people of the demo in the database, in production',
      () => ({ NODE_ENV: 'production', MIRPS_SECRET: SECRET, DATABASE_URL: demo.url }),
      /^The API cannot start: the database holds \d+ people of the demo, .* deactivate them first\.$/,
    ],
    [
      'a provider whose secret is not where its file says',
      () => ({ MIRPS_OIDC_FILE: join(folder, 'oidc.json') }),
      /^\S+oidc\.json, entry 1: clientSecretFile \/no\/such\/secret cannot be read: .*\.$/,
    ],
  ])('says in one sentence that it cannot start with %s', async (_, environment, sentence) => {
    const { code, said } = await ending(start(environment()));
    const sentences = said.split('\n').filter((line) => !/^\(/.test(line));
    expect(sentences).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(1);
  });

  it('ends when it is asked to', async () => {
    const child = await ready();
    const ended = ending(child);
    child.kill('SIGTERM');
    expect((await ended).said.split('\n').filter((line) => line && !/^\(/.test(line))).toEqual([]);
  });

  it('ends when the launcher is gone', async () => {
    const child = await ready();
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  });
});
