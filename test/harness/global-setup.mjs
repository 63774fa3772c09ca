import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDataSource } from '../../dist/apps/composition/index.js';
import { EmbeddedPostgres } from '../../dist/libs/platform/embedded-postgres/index.js';

/** One throw-away PostgreSQL for the whole run. `template_mirps` is migrated once and copied by each spec file. */
export default async function setUp() {
  const { url } = await (globalThis.__POSTGRES__ ??= start());
  process.env.TEST_POSTGRES_URL = url;
}

async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'mirps-test-'));
  const given = process.env.TEST_POSTGRES_URL;
  const postgres = given
    ? { url: given, destroy: async () => undefined }
    : await EmbeddedPostgres.start({ dataDir: join(folder, 'postgres'), durable: false });
  if (!given) await copyByTheKernel(postgres.url);
  await createDatabase(postgres.url, 'template_mirps');
  const dataSource = await openDataSource(named(postgres.url, 'template_mirps'));
  await dataSource.runMigrations();
  await dataSource.destroy();
  return {
    url: postgres.url,
    dataDir: join(folder, 'data'),
    stop: async () => {
      await postgres.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Copies of the templates then cost half as much, and share their blocks where the disk can. Not every system can. */
async function copyByTheKernel(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("ALTER SYSTEM SET file_copy_method = 'clone'").catch(() => undefined);
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

export async function createDatabase(url, name, options = '') {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} ${options}`);
  await client.end();
}

export function named(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
