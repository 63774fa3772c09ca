import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { EmbeddedPostgres } from '#platform/embedded-postgres';
import { type Comparison, Comparer } from './compare.js';
import { dataset } from './data/dataset.js';
import { LAST_YEAR } from './data/generate.sql.js';
import { searchable } from './data/search.js';
import { exportsAtOnce } from './extra/exports.js';
import { reminders } from './extra/reminders.js';
import { reports } from './extra/reports.js';
import { recomputation } from './extra/rollup.js';
import { coldStart } from './extra/start.js';
import { web } from './extra/web.js';
import { Loader } from './load/loader.js';
import { operations } from './operations.js';
import { type BenchOptions, readOptions } from './options.js';
import { signIn, startApi, startFloor } from './product.js';
import { type BenchResult, type Extra, machine, say, table, writeJson } from './report.js';

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}

async function bench(options: BenchOptions): Promise<void> {
  mkdirSync(options.folder, { recursive: true });
  const postgres = await EmbeddedPostgres.start({ dataDir: options.folder, database: 'postgres', log: say });
  try {
    // Made when something is first measured on it: reports and the web are measured on the demo.
    let made: Promise<string> | undefined;
    const large = () => (made ??= dataset(postgres.url, options.scale));
    const comparisons =
      options.operations.length > 0 ? await compared({ url: await large(), pid: postgres.pid }, options) : [];
    const extras: Extra[] = [];
    if (options.extras.includes('start')) extras.push(...(await coldStart(await large())));
    if (options.extras.includes('rollup')) extras.push(...(await recomputation(await large())));
    if (options.extras.includes('exports')) extras.push(...(await exportsAtOnce(await large())));
    if (options.extras.includes('reminders')) extras.push(...(await reminders(postgres.url)));
    if (options.extras.includes('r')) extras.push(...(await reports(postgres.url)));
    if (options.extras.includes('w')) extras.push(...(await web(postgres.url)));
    const updates = made && (await updatesIn(await made));
    const result: BenchResult = {
      scale: options.scale,
      updates,
      machine: machine(await versionOf(postgres.url)),
      comparisons,
      extras,
    };
    writeJson(options.out, result);
    console.log(table(result));
  } finally {
    await postgres.stop();
  }
}

async function compared(
  database: { url: string; pid: number },
  options: BenchOptions,
): Promise<Comparison[]> {
  if (options.operations.includes('s')) await searchable(database.url);
  const api = await startApi(database.url);
  const floor = await startFloor(database.url);
  const loader = Loader.start();
  try {
    const all = await operations(database.url, await everybody(database.url, api.url));
    const comparer = new Comparer(loader, api, floor, database, options);
    const comparisons: Comparison[] = [];
    for (const operation of options.operations.flatMap((key) => all[key])) {
      say(`(${operation.key}) ${operation.title}`);
      comparisons.push(...(await comparer.run(operation)));
    }
    return comparisons;
  } finally {
    await Promise.all([api.stop(), floor.stop(), loader.stop()]);
  }
}

/** A session for everybody, signed in through the API. */
async function everybody(databaseUrl: string, apiUrl: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ who: string }>(
    `SELECT split_part(email, '@', 1) AS who FROM auth_users ORDER BY email`,
  );
  await client.end();
  const sessions = new Map<string, string>();
  for (const { who } of rows) sessions.set(who, await signIn(apiUrl, who));
  return sessions;
}

function updatesIn(url: string): Promise<number> {
  return answerOf(
    url,
    `SELECT count(*)::int AS answer FROM updates u JOIN cycles c ON c.id = u.cycle_id WHERE c.year <= ${LAST_YEAR}`,
  );
}

function versionOf(url: string): Promise<string> {
  return answerOf(url, `SELECT current_setting('server_version') AS answer`);
}

async function answerOf<T>(url: string, question: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: T }>(question);
  await client.end();
  const [row] = rows;
  if (!row) throw new Error(`No answer to ${question}`);
  return row.answer;
}
