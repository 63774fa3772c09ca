import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../dist/libs/platform/embedded-postgres/index.js';
import { openDataSource } from '../../dist/apps/composition/index.js';

/** One throw-away PostgreSQL for the whole run; its `template_mirps` is migrated once and copied by each spec file. */
export default async function setUp() {
  if (process.env.TEST_POSTGRES_URL) return;
  const folder = await mkdtemp(join(tmpdir(), 'mirps-test-'));
  const postgres = await EmbeddedPostgres.start({ dataDir: folder, durable: false });
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.__POSTGRES__ = { postgres, remove: () => rm(folder, { recursive: true, force: true }) };
  await migrateTemplate(postgres.url);
}

async function migrateTemplate(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE DATABASE template_mirps');
  await client.end();
  const template = new URL(url);
  template.pathname = '/template_mirps';
  const dataSource = await openDataSource(template.href);
  await dataSource.runMigrations();
  await dataSource.destroy();
}
