import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { approved, content, type Region, regionWithPlan } from '../../../test/factories/progress.js';

let region: Region;

beforeAll(async () => {
  region = await regionWithPlan();
  await approved(region, 1, {
    narrativeEn: '=HYPERLINK("http://evil.example")',
    narrativeEs: 'Línea uno\n"dos", tres',
  });
  await region.rooms.progress.createDraft(region.cast.focal, content(region.commitment(2)));
});
afterAll(() => region.db.close());

const csv = async (actor = region.cast.coordinator, year = 2024): Promise<string> =>
  text(await region.rooms.exports.stream(actor, year, 'csv'));
const json = async (actor = region.cast.coordinator, year = 2024): Promise<Record<string, unknown>[]> =>
  JSON.parse(await text(await region.rooms.exports.stream(actor, year, 'json'))) as Record<string, unknown>[];

describe('a year’s updates as a file', () => {
  it('is a JSON list with every column', async () => {
    const rows = await json();
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.commitment === 'MX-01')).toMatchObject({
      state: 'MX',
      cycle: '2024-annual',
      percent: 40,
      narrativeEs: 'Línea uno\n"dos", tres',
      illustrative: [],
    });
  });

  it('is an empty list for a year without updates', async () => {
    expect(await json(region.cast.coordinator, 2019)).toEqual([]);
    expect((await csv(region.cast.coordinator, 2019)).trim().split('\n')).toHaveLength(1);
  });

  it('is CSV in which no cell is a formula', async () => {
    const file = await csv();
    expect(file.split('\n')[0]).toMatch(/^updateId,state,commitment,/);
    expect(file).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(file).toContain('"Línea uno\n""dos"", tres"');
  });

  it('holds only what the reader may see', async () => {
    expect(await json(region.cast.presidency)).toHaveLength(1);
    expect(await json(PUBLIC)).toEqual([]);
    expect(await json(region.cast.neighbour)).toEqual([]);
  });

  it('leaves every connection as it was, finished or abandoned', async () => {
    const { database } = region.db;
    await database.execute(
      `INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, revision, revision_reason, narrative_en, period_end)
       SELECT gen_random_uuid(), $1, (SELECT id FROM cycles WHERE key = '2024-annual'), 'MX', 'protection', n, 'bulk', repeat('x', 3000), '2024-12-31'
         FROM generate_series(2, 6000) n`,
      [region.commitment(3)],
    );
    const { pool } = database;
    const inUse = (): number => pool.totalCount - pool.idleCount;
    for (let round = 0; round < 3; round += 1) {
      const stream: Readable = await region.rooms.exports.stream(region.cast.coordinator, 2024, 'json');
      await once(stream, 'readable');
      stream.read();
      const closed = once(stream, 'close');
      stream.destroy();
      await closed;
    }
    expect(await json()).toHaveLength(2 + 5999);
    for (let wait = 0; inUse() > 0 && wait < 100; wait += 1)
      await new Promise((resolve) => setImmediate(resolve));
    expect(inUse()).toBe(0);
    const running = async (): Promise<number> =>
      Number(
        (
          await database.one<{ n: string }>(
            `SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state = 'active' AND datname = current_database()`,
          )
        )?.n,
      );
    const until = Date.now() + 5000;
    while ((await running()) > 0 && Date.now() < until) await database.query('SELECT pg_sleep(0.02)');
    expect(await running()).toBe(0);
  });

  it('takes turns: more exports at once than places all come to their end', async () => {
    const sizes = await Promise.all(Array.from({ length: 8 }, async () => (await json()).length));
    expect(new Set(sizes)).toEqual(new Set([6001]));
  });

  it('stays with literals whatever the names in it', async () => {
    const quoting = {
      userId: newId(),
      name: 'x',
      roles: [{ role: 'national_coordinator', stateCode: `M'X` }],
    };
    expect(await json(quoting)).toEqual([]);
  });
});
