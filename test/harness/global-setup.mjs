import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDataSource } from '../../dist/apps/composition/index.js';
import { EmbeddedPostgres } from '../../dist/libs/platform/embedded-postgres/index.js';

/**
 * One throw-away PostgreSQL for the whole run. `template_mirps` is migrated once and copied by each spec file;
 * `template_demo` holds the demo besides and is made only when end-to-end or browser specs are chosen.
 */
export default async function setUp(_global, project) {
  const server = (globalThis.__POSTGRES__ ??= start());
  const { url, dataDir } = await server;
  process.env.TEST_POSTGRES_URL = url;
  if (!['e2e', 'browser'].includes(project.displayName?.name)) return;
  globalThis.__DEMO__ ??= seedTemplate(url, dataDir);
  await globalThis.__DEMO__;
  process.env.TEST_DEMO_DATA = dataDir;
}

async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'mirps-test-'));
  const given = process.env.TEST_POSTGRES_URL;
  const postgres = given
    ? { url: given, destroy: async () => undefined }
    : await EmbeddedPostgres.start({ dataDir: join(folder, 'postgres'), durable: false });
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

async function seedTemplate(url, dataDir) {
  await createDatabase(url, 'template_demo', 'TEMPLATE template_mirps');
  const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'seed'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: named(url, 'template_demo'),
      MIRPS_DATA: dataDir,
      MIRPS_DEMO: 'on',
      MIRPS_SECRET: 'only-for-tests-'.repeat(3),
      LOG_LEVEL: 'warn',
    },
  });
  if (status !== 0) throw new Error(`The demo could not be seeded: ${stderr}`);
}

async function createDatabase(url, name, options = '') {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} ${options}`);
  await client.end();
}

function named(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
