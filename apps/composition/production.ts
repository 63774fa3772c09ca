import type { Config } from '#platform/config';
import type { Database } from '#platform/database';

/** What the people of the demo have for an address; nobody else can have one, for mail does not reach `.example`. */
const DEMO_ADDRESSES = '%@mirps.example';

/**
 * In production nobody of the demo may sign in: their password is printed for everybody.
 * @throws Error with one sentence about what to do
 */
export async function refuseDemoInProduction(config: Config, database: Database): Promise<void> {
  if (config.NODE_ENV !== 'production') return;
  const row = await database.one<{ people: number }>(
    'SELECT count(*)::int AS people FROM auth_users WHERE active AND email LIKE $1',
    [DEMO_ADDRESSES],
  );
  if (row && row.people > 0)
    throw new Error(
      `the database holds ${row.people} people of the demo, whose password everybody knows; ` +
        'start with an empty database and MIRPS_DEMO=off, or have an administrator deactivate them first',
    );
}
