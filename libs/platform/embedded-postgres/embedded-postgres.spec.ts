import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';

jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const running: EmbeddedPostgres[] = [];

  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
  });
  afterEach(async () => {
    for (const postgres of running.splice(0)) await postgres.destroy();
    rmSync(join(dataDir, '..'), { recursive: true, force: true });
  });

  const start = async (log?: (line: string) => void): Promise<EmbeddedPostgres> => {
    const postgres = await EmbeddedPostgres.start({ dataDir, durable: false, ...(log ? { log } : {}) });
    running.push(postgres);
    return postgres;
  };

  it('makes a database in an empty folder, answers with its password only, and keeps the data for the next start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const stranger = new URL(first.url);
    stranger.password = 'guessed';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow(/password/);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);
    await first.stop();
    expect(first.isRunning()).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('sorts by code point and speaks UTF-8 wherever it was made', async () => {
    const { url } = await start();
    expect(await query(url, `SELECT upper('ñandú') AS up, 'Z' < 'a' AS by_code_point`)).toEqual([
      { up: 'ÑANDÚ', by_code_point: true },
    ]);
  });

  it('is shared by all who start it on one folder, and ends with the last of them', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.pid).toBe(first.pid);
    await first.stop();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(second.isRunning()).toBe(false);
  });

  it('comes back after its server was killed, with all that was committed', async () => {
    const postgres = await start();
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    process.kill(postgres.pid, 'SIGKILL');
    while (postgres.isRunning()) await pause(10);
    await postgres.stop();
    const again = await start();
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('is not held up by a pid file behind whose number another program runs', async () => {
    const postgres = await start();
    await postgres.stop();
    writeFileSync(
      join(postgres.clusterDir, 'postmaster.pid'),
      `${process.pid}\n${postgres.clusterDir}\n1700000000\n5432\n`,
    );
    expect((await start()).isRunning()).toBe(true);
  });

  it('takes another port when the one of the last start is taken meanwhile', async () => {
    const postgres = await start();
    await postgres.stop();
    const { createServer } = await import('node:net');
    const other = createServer().listen(postgres.port, '127.0.0.1');
    const again = await start();
    expect(again.port).not.toBe(postgres.port);
    other.close();
  });

  it('sets a new password when the remembered one was lost', async () => {
    const postgres = await start();
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await postgres.stop();
    rmSync(join(dataDir, 'postgres.json'));
    const said: string[] = [];
    const again = await start((line) => said.push(line));
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(said.join()).toMatch(/password/);
  });

  it('keeps the database elsewhere when its own account cannot reach the data folder, and finds it even without its record', async () => {
    chmodSync(join(dataDir, '..'), 0o700);
    const postgres = await start();
    await query(postgres.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    expect(realpathSync(join(dataDir, 'postgres'))).toBe(postgres.clusterDir);
    await postgres.stop();
    rmSync(join(dataDir, 'postgres.json'));
    const again = await start();
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await again.destroy();
    expect(existsSync(postgres.clusterDir)).toBe(false);
  });

  it('leaves nothing half made when making the database is interrupted', async () => {
    const postgres = await start();
    await postgres.stop();
    renameSync(postgres.clusterDir, `${postgres.clusterDir}.new-1`);
    const { password } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as {
      password: string;
    };
    writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ password }));
    const again = await start();
    expect(again.isRunning()).toBe(true);
    expect(existsSync(`${postgres.clusterDir}.new-1`)).toBe(false);
  });

  describe('says in one sentence what is wrong and how to go on', () => {
    it.each<[string, (clusterDir: string) => void, RegExp]>([
      [
        'a missing PG_VERSION',
        (dir) => rmSync(join(dir, 'PG_VERSION')),
        /broken \(PG_VERSION is missing\): restore it/,
      ],
      [
        'another major version',
        (dir) => writeFileSync(join(dir, 'PG_VERSION'), '15\n'),
        /was made by PostgreSQL 15, and this is PostgreSQL 18/,
      ],
      [
        'a missing control file',
        (dir) => rmSync(join(dir, 'global/pg_control')),
        /broken \(global\/pg_control is missing\)/,
      ],
      [
        'a damaged control file',
        (dir) => truncateSync(join(dir, 'global/pg_control'), 100),
        /does not start on .*postgres\.log/,
      ],
      [
        'settings that make no sense',
        (dir) => appendFileSync(join(dir, 'postgresql.conf'), 'max_wal_senders = many\n'),
        /does not start on/,
      ],
      ['a folder that is gone', (dir) => rmSync(dir, { recursive: true }), /which is gone: restore it/],
    ])('%s', async (_case, damage, sentence) => {
      const postgres = await start();
      await postgres.stop();
      damage(postgres.clusterDir);
      await expect(start()).rejects.toThrow(sentence);
      await expect(start()).rejects.toMatchObject({
        name: 'EmbeddedPostgresError',
        message: expect.stringMatching(/^[^\n]+\.$/),
      });
    });

    it('a data folder on a disk that is not there', async () => {
      const missing = join(dataDir, 'not', 'mounted');
      await expect(EmbeddedPostgres.start({ dataDir: missing })).rejects.toThrow(
        /cannot be made, because .* does not exist/,
      );
    });

    it('a file in place of the data folder', async () => {
      writeFileSync(dataDir, '');
      await expect(start()).rejects.toThrow(/is not a folder/);
    });
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
