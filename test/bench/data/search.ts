import pg from 'pg';
import { say } from '../report.js';
import { FLOOR_SEARCH, MARK_UPDATES } from './search.sql.js';

/** Rows at once, as the worker would take them, only more. */
const BATCH = 5000;

/** Makes the words of all updates, and the floor's copy of them, unless an earlier run made them. */
export async function searchable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const there = await client.query<{ made: boolean }>(
      `SELECT to_regclass('floor_search') IS NOT NULL AS made`,
    );
    if (there.rows[0]?.made) return;
    say('Making the words of all updates');
    await client.query(MARK_UPDATES);
    for (let settled = BATCH; settled === BATCH;) {
      const { rows } = await client.query<{ settled: number }>('SELECT search_settle($1) AS settled', [
        BATCH,
      ]);
      settled = rows[0]?.settled ?? 0;
    }
    for (const statement of FLOOR_SEARCH) await client.query(statement);
  } finally {
    await client.end();
  }
}
