import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { migrations } from '#migrations';
import { type CommandResult, copyOf, eventually, signIn, type Stack, startStack } from '../harness/index.js';
import type { Matrix } from './reporting.js';

interface Manifest {
  format: string;
  files: { file: string; dataset: string; rows: number; bytes: number; sha256: string }[];
}

interface ExportedUpdate {
  commitment_id: string;
  cycle_id: string;
  state_code: string;
  revision: number;
  review_state: string;
  stage: string;
  percent: number | null;
}

/** Runs what `mirps` runs for each command line, several in one process: starting one takes longer than refusing its words. */
const SEVERAL = `
  const { runCommandLine } = await import(process.argv[1]);
  const results = [];
  for (const words of JSON.parse(process.argv[2])) {
    const result = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) process[stream].write = (text) => ((result[stream] += text), true);
    const code = await runCommandLine(['node', 'mirps', ...words]);
    results.push({ ...result, code });
    for (const stream of ['stdout', 'stderr']) delete process[stream].write;
  }
  console.log(JSON.stringify(results));`;

async function inOneProcess(lines: string[][]): Promise<CommandResult[]> {
  const program = pathToFileURL('dist/apps/bundled/cli.js').href;
  const words = ['--input-type=module', '--eval', SEVERAL, program, JSON.stringify(lines)];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as CommandResult[];
}

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

describe('mirps', () => {
  let stack: Stack;
  const mirps: Stack['mirps'] = (words, options) => stack.mirps(words, options);

  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  /** The command's JSON. @throws Error when it did not end well */
  async function json<T>(...words: string[]): Promise<T> {
    const { code, stdout, stderr } = await mirps([...words, '--json']);
    if (code !== 0) throw new Error(`mirps ${words.join(' ')}: ${code} ${stderr}`);
    return JSON.parse(stdout) as T;
  }
  const file = (name: string): string => join(stack.dataDir, name);

  it('explains itself, and ends with 2 for words that it does not know', async () => {
    expect(await mirps(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes') });
    const wrong: [string[], RegExp][] = [
      [['dance'], /unknown command 'dance'/],
      [['migrate', '--fast'], /unknown option '--fast'/],
      [['remind', '--as-of', '2024-07-01'], /instant with its zone/],
      [['remind', '--as-of', '2024-02-31T15:00Z'], /instant/],
      [['report', 'weekly', '--year', '2024', '--out', file('x')], /Allowed choices are annual, mid-year/],
      [['report', 'annual', '--year', '24', '--out', file('x')], /such as 2024/],
      [
        ['report', 'annual', '--year', '2024', '--format', 'rtf', '--out', file('x')],
        /Allowed choices are html, pdf, docx, xlsx, csv, json/,
      ],
      [['user', 'add', '--email', 'a@b.example', '--name', 'A', '--role', 'king'], /Allowed choices are/],
      [['snapshot', 'verify', '--id', 'x'], /id/],
      [['queue', 'retry', 'reports'], /name a queue and a job, or --all/],
      [['queue', 'retry', 'reports', '--all'], /name a queue and a job, or --all/],
      [['queue', 'failed', '--limit', '0'], /whole number from 1 to 10000/],
      [['export'], /required option '--out <folder>'/],
    ];
    const [[first] = [[]], ...others] = wrong;
    const results = [await mirps(first), ...(await inOneProcess(others.map(([words]) => words)))];
    expect(results.map(({ code }, i) => `${wrong[i]?.[0].join(' ')}: ${code}`)).toEqual(
      wrong.map(([words]) => `${words.join(' ')}: 2`),
    );
    wrong.forEach(([, sentence], i) => expect(results[i]?.stderr).toMatch(sentence));
    for (const { stdout, stderr } of results) expect(stdout + stderr).not.toMatch(/\n\s+at /);
  });

  it('makes and seeds a new database, and leaves one alone that is up to date', async () => {
    const empty = await copyOf('template1');
    const env = { DATABASE_URL: empty.url, MIRPS_DEMO: 'off' };
    try {
      expect(await mirps(['doctor'], { env })).toMatchObject({ code: 3 });
      const migrated = await mirps(['migrate', '--json'], { env });
      expect((JSON.parse(migrated.stdout) as { steps: string[] }).steps).toHaveLength(migrations.length);
      const seeded = await mirps(['seed', '--json'], { env });
      expect(JSON.parse(seeded.stdout)).toMatchObject({ seeded: true, demo: false });
      expect(seeded.stdout + seeded.stderr).not.toContain('mirps-demo-2024');
      const again = await mirps(['seed', '--if-empty', '--json'], { env });
      expect(JSON.parse(again.stdout)).toMatchObject({ seeded: false });
      expect(await mirps(['snapshot', 'verify', '--json'], { env })).toMatchObject({
        code: 0,
        stdout: '[]\n',
      });
    } finally {
      await empty.drop();
    }
    expect(await json('seed')).toMatchObject({ seeded: true, demo: true });
    expect(await stack.sql('SELECT count(*)::int AS n FROM facts')).toEqual([{ n: 199 }]);
  });

  it('says in one sentence why it cannot reach the database', async () => {
    const nowhere = await mirps(['migrate'], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } });
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    expect(nowhere.stderr.trim().split('\n')).toHaveLength(1);
    const senseless = await mirps(['doctor'], { env: { DATABASE_URL: 'mysql://x' } });
    expect(senseless).toMatchObject({ code: 1, stderr: expect.stringContaining('DATABASE_URL') });
  });

  it('finds with doctor what a person must see to', async () => {
    const healthy = await eventually('a healthy doctor', async () => {
      const result = await mirps(['doctor', '--json']);
      return result.code === 0 && result;
    });
    const findings = JSON.parse(healthy.stdout) as { check: string; ok: boolean }[];
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['database', 'schema', 'outbox', 'queue', 'mail', 'data folder']),
    );
    expect(await mirps(['doctor'], { env: { MIRPS_DATA: '/proc/nothing/here' } })).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/PROBLEM\s+data folder/),
    });
  });

  it('shows what gave up, and starts it over', async () => {
    expect(await mirps(['queue', 'failed'])).toMatchObject({ code: 0, stdout: 'Nothing has given up.\n' });
    expect(await mirps(['queue', 'retry', 'reports', 'nobody'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No failed job nobody is in the queue reports'),
    });
    await stack.sql(
      `INSERT INTO outbox (topic, payload, problem) VALUES ('progress.submitted', '{}', 'no commitment is named')`,
    );
    expect(await mirps(['doctor'])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('1 with problems'),
    });
    expect((await mirps(['queue', 'failed'])).stdout).toMatch(
      /outbox \d+ {2}progress\.submitted: no commitment is named/,
    );
    expect(await json('queue', 'retry', '--all')).toEqual({ jobs: 0, news: 1 });
    await eventually('an empty outbox', async () => (await stack.sql('SELECT 1 FROM outbox')).length === 0);
  });

  it('adds people, with a password that is in no command line', async () => {
    const add = ['user', 'add', '--email', 'Nueva@Example.org', '--name', 'Nueva Persona', '--lang', 'en'];
    const role = ['--role', 'focal_point', '--state', 'GT'];
    expect(await mirps([...add, ...role], { input: 'short\n' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('password'),
    });
    const added = await mirps([...add, ...role], { input: 'four plain words\n' });
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('focal_point of GT') });
    const person = await signIn(stack.url, 'nueva@example.org', 'four plain words');
    expect(await person.json('GET', '/api/me')).toMatchObject({
      roles: [{ role: 'focal_point', stateCode: 'GT' }],
    });
    const env = { MIRPS_PASSWORD: 'four plain words' };
    expect(await mirps([...add, ...role], { env })).toMatchObject({ code: 1 });
    const elsewhere = [
      'user',
      'add',
      '--email',
      'otra@example.org',
      '--name',
      'Otra',
      '--role',
      'focal_point',
    ];
    expect(await mirps([...elsewhere, '--state', 'XX'], { env })).toMatchObject({ code: 2 });
    expect(await stack.sql(`SELECT 1 FROM auth_users WHERE email = 'otra@example.org'`)).toEqual([]);
  });

  it('opens and closes cycles', async () => {
    await stack.sql(`
      INSERT INTO cycles (id, key, year, kind, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on, reminder_offsets, reminder_hour)
      SELECT gen_random_uuid(), '2023-annual', 2023, kind, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on, reminder_offsets, reminder_hour
        FROM cycles WHERE key = '2024-annual'`);
    expect(await json('cycle', 'open', '2023-annual')).toMatchObject({ key: '2023-annual', state: 'open' });
    expect(await json('cycle', 'close', '2023-annual')).toMatchObject({ state: 'in_review' });
    expect(await mirps(['cycle', 'close', '2023-annual'])).toMatchObject({ code: 1 });
    expect(await mirps(['cycle', 'open', '1999-annual'])).toMatchObject({
      code: 1,
      stderr: 'mirps: There is no such reporting cycle.\n',
    });
  });

  it('imports rows from a file, all or none, and ends with 3 when one is wrong', async () => {
    const names = 'Clave,Nombre en inglés,Nombre en español\n';
    writeFileSync(file('good.csv'), `${names}GT:NEW,New body,Cuerpo nuevo\n`);
    writeFileSync(file('mixed.csv'), `${names}GT:OTHER,Other body,Otro cuerpo\nXX:NO,No,No\nGT:SHORT,,\n`);
    writeFileSync(file('bodies.ods'), '');
    const rows = [
      ['Clave', 'Nombre en inglés', 'Nombre en español'],
      ['GT:EXCEL', 'From Excel', 'De Excel'],
    ];
    writeFileSync(file('bodies.xlsx'), await writeXlsx({ sheets: [{ name: 'Bodies', rows }] }));
    const known = () =>
      stack.sql(`SELECT key FROM institutions WHERE key IN ('GT:NEW', 'GT:OTHER') ORDER BY key`);
    expect(await json('import', 'institutions', file('good.csv'), '--check')).toMatchObject({ rows: 1 });
    expect(await known()).toEqual([]);
    expect(await json('import', 'institutions', file('good.csv'))).toEqual({
      rows: 1,
      imported: 1,
      problems: [],
    });
    expect(await json('import', 'institutions', file('bodies.xlsx'), '--check')).toMatchObject({ rows: 1 });
    const refused = await mirps(['import', 'institutions', file('mixed.csv')]);
    expect(refused).toMatchObject({ code: 3, stdout: expect.stringContaining('0 of 3 rows were imported') });
    expect(refused.stdout).toMatch(/A3, Clave: begins with the code of no State \(it holds: XX:NO\)/);
    expect(refused.stdout).toMatch(/B4, Nombre en inglés: is required/);
    expect(await known()).toEqual([{ key: 'GT:NEW' }]);
    expect(await mirps(['import', 'institutions', file('mixed.csv'), '--good-rows'])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('1 of 3 rows were imported'),
    });
    expect(await known()).toEqual([{ key: 'GT:NEW' }, { key: 'GT:OTHER' }]);
    for (const [words, sentence] of [
      [['unicorns', file('good.csv')], /There are: institutions/],
      [['institutions', file('bodies.ods')], /save a spreadsheet as .xlsx/],
    ] as const)
      expect(await mirps(['import', ...words])).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(sentence),
      });
  });

  it('writes reports that are the same for the same snapshot', async () => {
    const words = ['report', 'annual', '--year', '2024', '--lang', 'en', '--format', 'html'];
    const first = await json<{ sha256: string; bytes: number }>(...words, '--out', file('en.html'));
    const second = await json<{ sha256: string }>(...words, '--out', file('deep/er/en.html'));
    expect(second.sha256).toBe(first.sha256);
    expect(hashOf(readFileSync(file('en.html')))).toBe(first.sha256);
    expect(await json('report', 'verify', file('en.html'))).toMatchObject({
      report: { kind: 'annual', lang: 'en', format: 'html', cycleKey: '2024-annual', replaced: null },
    });
    expect(await mirps(['report', 'verify', new URL(import.meta.url).pathname])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('is not a report of this installation'),
    });
    writeFileSync(file('changed.html'), `${readFileSync(file('en.html'), 'utf8')} `);
    expect(await mirps(['report', 'verify', file('changed.html')])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('It names snapshot 1 of 2024-annual'),
    });
    for (const [name, sentence] of [
      ['none.html', /There is no file .*none\.html\./],
      ['', /is not a file: name one file/],
    ] as const)
      expect(await mirps(['report', 'verify', file(name)])).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(sentence),
      });
    const spanish = [
      'report',
      'mid-year',
      '--year',
      '2024',
      '--lang',
      'es',
      '--format',
      'json',
      '--out',
      file('es.json'),
    ];
    await json(...spanish);
    expect(JSON.parse(readFileSync(file('es.json'), 'utf8'))).toBeInstanceOf(Object);
    const missing = await mirps(['report', 'annual', '--year', '2023', '--out', file('no.html')]);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('snapshot') });
  });

  it('exports everything of one moment, from which the same rollups follow', async () => {
    const manifest = await json<Manifest>('export', '--out', file('export'));
    expect(JSON.parse(readFileSync(file('export/manifest.json'), 'utf8'))).toEqual(manifest);
    for (const { file: name, rows, bytes, sha256 } of manifest.files) {
      const content = readFileSync(file(`export/${name}`));
      expect({ name, bytes: content.length, sha256: hashOf(content) }).toEqual({ name, bytes, sha256 });
      if (name.endsWith('.json')) expect(JSON.parse(content.toString())).toHaveLength(rows);
    }
    const everything = manifest.files
      .map(({ file: name }) => readFileSync(file(`export/${name}`), 'utf8'))
      .join();
    expect(everything).not.toMatch(/@mirps\.example|session_token|"password/);

    const read = <T>(name: string): T[] =>
      JSON.parse(readFileSync(file(`export/${name}.json`), 'utf8')) as T[];
    const cycle = read<{ id: string; key: string }>('cycles').find(({ key }) => key === '2024-annual');
    const approved = read<ExportedUpdate>('updates').filter(
      ({ cycle_id: id, review_state: state }) =>
        id === cycle?.id && ['approved', 'published'].includes(state),
    );
    const counting = [...Map.groupBy(approved, ({ commitment_id: id }) => id).values()].map((revisions) =>
      revisions.reduce((best, each) => (each.revision > best.revision ? each : best)),
    );
    const { cells } = await json<Matrix>('rollup', '--cycle', '2024-annual');
    for (const cell of cells.filter(({ level }) => level === 'region' || level === 'state')) {
      const of = counting.filter(
        ({ state_code: code }) => cell.level === 'region' || code === cell.stateCode,
      );
      const percents = of.flatMap(({ percent }) => percent ?? []);
      expect({ state: cell.stateCode, reported: cell.reported, fulfilled: cell.stages.fulfilled }).toEqual({
        state: cell.stateCode,
        reported: of.length,
        fulfilled: of.filter(({ stage }) => stage === 'fulfilled').length,
      });
      const sum = percents.reduce((total, percent) => total + Number(percent), 0);
      expect(Number(cell.meanPercent)).toBeCloseTo(sum / percents.length, 4);
    }

    writeFileSync(file('occupied'), 'mine');
    expect(await mirps(['export', '--out', file('export')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not empty'),
    });
    expect(await mirps(['export', '--out', file('occupied')])).toMatchObject({ code: 2 });
    expect(readFileSync(file('occupied'), 'utf8')).toBe('mine');
    expect(await mirps(['rollup', '--cycle', '1999-annual'])).toMatchObject({ code: 1 });
  });

  it('verifies snapshots, and ends with 3 when one does not hold', async () => {
    const verified = await json<{ intact: boolean; recomputed: boolean; cycleKey: string }[]>(
      'snapshot',
      'verify',
    );
    expect(verified).toHaveLength(2);
    for (const each of verified) expect(each).toMatchObject({ intact: true, recomputed: true });
    await stack.sql(`
      UPDATE facts SET text_en = text_en || '!' WHERE code =
        (SELECT min(f.code) FROM facts f JOIN cycles c ON c.id = f.cycle_id AND c.key = '2024-annual')`);
    expect(await mirps(['snapshot', 'verify', '--cycle', '2024-annual'])).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('recomputation differs in facts'),
    });
    expect(await mirps(['snapshot', 'verify', '--cycle', '2024-mid-year'])).toMatchObject({ code: 0 });
    expect(await mirps(['snapshot', 'verify', '--cycle', '2024-midyear'])).toMatchObject({ code: 1 });
  });
});
