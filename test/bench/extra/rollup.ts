import pg from 'pg';
import { RollupsService } from '#features/rollups';
import { product } from '../data/dataset.js';
import { LAST_YEAR } from '../data/generate.sql.js';
import type { Extra } from '../report.js';

const REPEATS = 7;

/** Full recomputation of one cycle for the region: every number of it, from the updates to the stored rows. */
export function recomputation(databaseUrl: string): Promise<Extra[]> {
  return product(databaseUrl, async (services) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string; updates: number }>(
      `SELECT c.id, count(*)::int AS updates FROM cycles c JOIN updates u ON u.cycle_id = c.id WHERE c.key = '${LAST_YEAR - 1}-annual' GROUP BY c.id`,
    );
    await client.end();
    const [cycle] = rows;
    if (!cycle) throw new Error('The cycle to recompute is missing');
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i += 1) {
      const began = performance.now();
      const cells = await services.get(RollupsService).recomputeCycle(cycle.id);
      times.push(performance.now() - began);
      if (!cells.some(({ level, reported }) => level === 'region' && reported > 0))
        throw new Error('The recomputation counted nothing');
    }
    const first = times[0] ?? NaN;
    const [median = NaN] = times.toSorted((a, b) => a - b).slice(Math.floor(REPEATS / 2));
    return [
      {
        name: 'recomputation of one cycle for the region',
        value: median,
        unit: 'ms',
        target: 'under 1,000 ms at scale 20',
        note: `${cycle.updates} updates in the cycle; the first of ${REPEATS} took ${first.toFixed(0)} ms`,
      },
    ];
  });
}
