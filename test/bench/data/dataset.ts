import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { UsersService } from '#features/identity';
import { RollupsService } from '#features/rollups';
import type { Clock } from '#platform/clock';
import { seed } from '#seeds';
import { openDataSource } from '../../../apps/composition/index.js';
import { type Services, withServices } from '../../../apps/cli/application.js';
import { environment, PASSWORD } from '../product.js';
import { say } from '../report.js';
import { FLOOR_TABLES } from './floor.sql.js';
import { FLOOR_DASHBOARDS, GENERATE_DASHBOARDS, PLEDGES } from './dashboards.sql.js';
import { FLOOR_OBSERVATIONS, GENERATE_INDICATORS, INDICATORS } from './indicators.sql.js';
import {
  CYCLES,
  FIRST_YEAR,
  FOCAL_POINTS,
  LAST_YEAR,
  REVISE_PLANS,
  SUBMISSIONS,
  UPDATES,
} from './generate.sql.js';

const REVISIONS = 12;
const STATES = ['BZ', 'CR', 'GT', 'HN', 'MX', 'PA', 'SV'];

/** A database of the wanted size: the one of an earlier run when nothing that makes it has changed, else a new one. */
export async function dataset(server: string, scale: number): Promise<string> {
  const name = `bench_${scale}`;
  const url = addressOf(server, name);
  const recipe = recipeHash();
  if ((await recipeOf(server, name)) === recipe) {
    say(`The data of scale ${scale} are there from an earlier run.`);
    return url;
  }
  const began = performance.now();
  await statements(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`]);
  await migrated(url);
  await product(url, async (services) => {
    await seed(services, { onlyIfEmpty: false });
    await people(services);
  });
  await generate(url, scale);
  await product(url, rollUp);
  await statements(url, [
    'CREATE TABLE bench_recipe (hash text)',
    `INSERT INTO bench_recipe VALUES ('${recipe}')`,
    'VACUUM (ANALYZE)',
    'CHECKPOINT',
  ]);
  say(`Made the data of scale ${scale} in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  return url;
}

/** Runs work on the product's services against a database. */
export async function product<T>(
  databaseUrl: string,
  work: (services: Services) => Promise<T>,
  more: NodeJS.ProcessEnv = {},
  clock?: Clock,
): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, environment(databaseUrl), more);
  try {
    return await withServices(work, clock);
  } finally {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
    Object.assign(process.env, before);
  }
}

export const addressOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

export async function statements(url: string, list: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of list) await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function migrated(url: string): Promise<void> {
  const dataSource = await openDataSource(url);
  await dataSource.runMigrations();
  await dataSource.destroy();
}

async function people(services: Services): Promise<void> {
  const users = services.get(UsersService);
  const enter = (email: string, role: string, stateCode: string | null) =>
    users.create({
      email: `${email}@bench.example`,
      name: email,
      password: PASSWORD,
      roles: [{ role, stateCode, validFrom: `${FIRST_YEAR}-01-01T00:00:00Z` }],
    });
  for (const state of STATES) {
    await enter(`coordinator.${state.toLowerCase()}`, 'national_coordinator', state);
    for (const n of [0, 1, 2]) await enter(`focal${n}.${state.toLowerCase()}`, 'focal_point', state);
  }
  await enter('secretariat', 'secretariat', null);
  await enter('presidency', 'presidency', 'MX');
  await enter('administrator', 'administrator', null);
}

async function generate(url: string, scale: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let year = FIRST_YEAR + 1; year <= LAST_YEAR; year += 1)
      for (const sql of REVISE_PLANS) await client.query(sql, [year]);
    for (const sql of [CYCLES, SUBMISSIONS, FOCAL_POINTS]) await client.query(sql);
    const cycles = await client.query<{ id: string; key: string }>(
      `SELECT id, key FROM cycles WHERE year <= ${LAST_YEAR} ORDER BY facts_to`,
    );
    // What is generated refers to rows that are there; checking each of a million again would double the time.
    await client.query('SET session_replication_role = replica');
    for (const { id, key } of cycles.rows) {
      const { rowCount } = await client.query(UPDATES, [id, REVISIONS * scale]);
      say(`  ${key}: ${rowCount} updates`);
    }
    for (const sql of GENERATE_INDICATORS) await client.query(sql, [INDICATORS * scale]);
    for (const sql of GENERATE_DASHBOARDS) await client.query(sql, [PLEDGES * scale]);
    await client.query('VACUUM (ANALYZE)');
    for (const sql of [...FLOOR_TABLES, ...FLOOR_OBSERVATIONS, ...FLOOR_DASHBOARDS]) await client.query(sql);
  } finally {
    await client.end();
  }
}

async function rollUp(services: Services): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM cycles WHERE year <= ${LAST_YEAR} ORDER BY facts_to`,
  );
  await client.end();
  for (const { id } of rows) await services.get(RollupsService).recomputeCycle(id);
}

/** Changes with everything that the data are made from. */
function recipeHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['dist/migrations', 'dist/test/bench/data', 'seeds/reference'])
    for (const file of readdirSync(folder).sort())
      if (/\.(js|json)$/.test(file)) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

async function recipeOf(server: string, name: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: addressOf(server, name) });
  try {
    await client.connect();
    return (await client.query<{ hash: string }>('SELECT hash FROM bench_recipe')).rows[0]?.hash;
  } catch {
    return undefined; // no such database, or one that was never finished
  } finally {
    await client.end().catch(() => undefined);
  }
}
