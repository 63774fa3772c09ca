import { spawnSync } from 'node:child_process';
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
