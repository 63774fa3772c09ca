import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { answers, aPort, databaseOf, Launched, processesOn, until } from './launched.js';

jest.setTimeout(120_000);

describe('npm start', () => {
  let folder: string;
  let dataDir: string;
  let port: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'launched-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
    ({ port } = await aPort());
  });
  afterAll(() => {
    for (const pid of processesOn(dataDir)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (environment: NodeJS.ProcessEnv = {}): Launched =>
    new Launched(dataDir, { PORT: String(port), ...environment });

  it('makes everything on the first start, says what it does and prints one address', async () => {
    const product = await start().ready();
    expect(product.output).toMatch(
      /Making a database[\s\S]*Bringing the database up to date[\s\S]*Starting the API/,
    );
    expect(product.output.match(/https?:\/\/\S+/g)?.[0]).toBe(`http://localhost:${port}`);
    expect(product.output).toContain('Mail:');
    expect(await answers(port)).toBe(true);
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
    expect(await product.interrupt()).toBe(0);
  });

  it('prints no sign-ins when the demo is off', async () => {
    writeFileSync(
      join(dataDir, 'demo-sign-ins.json'),
      JSON.stringify([{ role: 'administrator', email: 'a@example.org', password: 'open sesame' }]),
    );
    const product = await start().ready();
    expect(product.output).not.toContain('open sesame');
    await product.interrupt();
    rmSync(join(dataDir, 'demo-sign-ins.json'));
  });

  it('leaves nothing running after Ctrl-C, at whatever moment it comes', async () => {
    for (const moment of [
      'Starting PostgreSQL',
      'Bringing the database',
      'Starting the API',
      'is ready at',
    ]) {
      const product = start();
      await until(() => product.output.includes(moment));
      expect(await product.interrupt()).toBe(0);
      expect(processesOn(dataDir)).toEqual([]);
    }
  });

  it('recovers while it runs when one of its processes is killed', async () => {
    const product = await start().ready();
    for (const part of ['api', 'worker', 'postgres'] as const) {
      const killed = product.parts()[part];
      expect(killed).toBeGreaterThan(0);
      process.kill(killed, 'SIGKILL');
      await until(() => differs(product, part, killed));
      await until(() => answers(port));
    }
    expect(await product.interrupt()).toBe(0);
    expect(processesOn(dataDir)).toEqual([]);
  });

  it('recovers on the next start when the launcher alone was killed', async () => {
    const product = await start().ready();
    process.kill(product.pid, 'SIGKILL');
    const next = await start().ready();
    expect(await answers(port)).toBe(true);
    expect(await next.interrupt()).toBe(0);
    expect(processesOn(dataDir)).toEqual([]);
  });

  it('recovers on the next start when all was killed, and loses nothing that was acknowledged', async () => {
    const product = await start().ready();
    await query(dataDir, 'CREATE TABLE IF NOT EXISTS acknowledged (n int)');
    for (let n = 0; n < 20; n += 1) await query(dataDir, `INSERT INTO acknowledged VALUES (${n})`);
    for (const pid of [product.pid, ...processesOn(dataDir)]) killIfThere(pid);
    const next = await start().ready();
    expect(await query(dataDir, 'SELECT count(*)::int AS n FROM acknowledged')).toEqual([{ n: 20 }]);
    await query(dataDir, 'DROP TABLE acknowledged');
    await next.interrupt();
  });

  it('refuses a second start on the same data folder, which goes on undisturbed', async () => {
    const product = await start().ready();
    const { port: other } = await aPort();
    const second = start({ PORT: String(other) });
    expect(await second.ended).toBe(1);
    expect(second.output.trim()).toMatch(
      new RegExp(`^The product already runs on this data folder at http://localhost:${port} .*\\.$`),
    );
    expect(await answers(port)).toBe(true);
    await product.interrupt();
  });

  describe('says in one sentence why it cannot start, and leaves nothing running', () => {
    const refused = async (environment: NodeJS.ProcessEnv, sentence: RegExp): Promise<void> => {
      const product = start(environment);
      expect(await product.ended).toBe(1);
      expect(product.lastLine).toMatch(sentence);
      expect(product.lastLine).toMatch(/\.$/);
      expect(product.output).not.toMatch(/\n\s+at /);
      expect(processesOn(dataDir)).toEqual([]);
    };

    it('when its port is taken', async () => {
      const taken = await aPort(true);
      await refused({ PORT: String(taken.port) }, new RegExp(`Port ${taken.port} of 127.0.0.1 is taken`));
      taken.release();
    });

    it.each<[string, NodeJS.ProcessEnv, RegExp]>([
      ['PORT makes no sense', { PORT: 'many' }, /PORT must be/],
      [
        'nothing answers at DATABASE_URL',
        { DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/mirps' },
        /database of DATABASE_URL \(127\.0\.0\.1:1\/mirps\) cannot be used/,
      ],
      ['DATABASE_URL makes no sense', { DATABASE_URL: 'mysql://here' }, /DATABASE_URL must look like/],
      [
        'nothing answers at REDIS_URL',
        { REDIS_URL: 'redis://127.0.0.1:1' },
        /Redis of REDIS_URL \(127\.0\.0\.1:1\) cannot be used/,
      ],
      ['REDIS_URL makes no sense', { REDIS_URL: 'here' }, /REDIS_URL must look like/],
      [
        'the data folder is on a disk that is not there',
        { MIRPS_DATA: '/nowhere/at/all' },
        /\/nowhere\/at does not exist/,
      ],
    ])('when %s', async (_case, environment, sentence) => {
      await refused(environment, sentence);
    });

    it('when the database folder is broken', async () => {
      rmSync(join(dataDir, 'postgres', 'PG_VERSION'));
      await refused({}, /is broken \(PG_VERSION is missing\)/);
    });

    it('when the database folder is gone', async () => {
      rmSync(join(dataDir, 'postgres'), { recursive: true });
      await refused({}, /which is gone/);
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    });
  });
});

/** Whether a part runs again, as another process than the one that was killed. */
function differs(product: Launched, part: 'api' | 'worker' | 'postgres', killed: number): boolean {
  try {
    const now = product.parts()[part];
    return now !== 0 && now !== killed;
  } catch {
    // Between two servers there is no pid file.
    return false;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It fell with another one.
  }
}

async function query(dataDir: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseOf(dataDir) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
