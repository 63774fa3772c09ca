import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { chromiumPath } from './chromium-path.ts';
import setUpPostgres, { createDatabase, named } from './global-setup.mjs';

/**
 * Besides the PostgreSQL, `template_demo`, which holds the demo, and a browser that is ready. A file of its own, because of all projects that name one
 * set-up Jest runs it for the first alone.
 */
export default async function setUp() {
  await setUpPostgres();
  const { url, dataDir } = await globalThis.__POSTGRES__;
  await seedTemplate(url, dataDir);
  chromiumPath();
  process.env.TEST_DEMO_DATA = dataDir;
}

async function seedTemplate(url, dataDir) {
  await createDatabase(url, 'template_demo', 'TEMPLATE template_mirps');
  const address = named(url, 'template_demo');
  const env = {
    ...process.env,
    DATABASE_URL: address,
    MIRPS_DATA: dataDir,
    MIRPS_DEMO: 'on',
    MIRPS_SECRET: 'only-for-tests-'.repeat(3),
    LOG_LEVEL: 'warn',
  };
  const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'seed'], {
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`The demo could not be seeded: ${stderr}`);
  await settle(address, env);
}

/** Nothing waits and nothing is under way. A job that is due later is none of them. */
const SETTLED = `SELECT NOT EXISTS (SELECT FROM outbox)
  AND NOT EXISTS (SELECT FROM bullmq.job WHERE state NOT IN ('completed', 'failed', 'delayed')) AS settled`;

/** A worker does here once what the seeds left for it to do (queues, rollups, reports), else each stack's worker would. */
async function settle(url, env) {
  const worker = spawn(process.execPath, ['dist/apps/worker/main.js'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(worker, 'exit');
  await Promise.race([once(worker, 'message'), ended]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  while (worker.exitCode === null) {
    const { rows } = await client.query(SETTLED);
    if (rows[0].settled) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await client.end();
  if (worker.exitCode !== null) throw new Error(`The worker of the demo ended with ${worker.exitCode}`);
  worker.kill('SIGTERM');
  await ended;
}
