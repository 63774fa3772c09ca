/**
 * `npm test`: everything, in the order in which a failure is cheapest. Sets itself up on a fresh clone.
 * `npm test -- unit db` runs only the named parts: format lint typecheck architecture build unit db office e2e browser.
 * Without LibreOffice the part `office` is left out, and the summary says so.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { prepare, projectFolder, runtimeEnvironment } from './bootstrap.mjs';

/** Checks that need no running product, in two lanes side by side. */
const LANES = [
  { format: 'format:check', lint: 'lint' },
  { typecheck: 'typecheck', architecture: 'architecture' },
];
const STATIC = Object.assign({}, ...LANES);
const running = new Set();
const SPECS = ['unit', 'db', 'office', 'e2e', 'browser'];
const asked = process.argv.slice(2);
const wanted = (part) => asked.length === 0 || asked.includes(part);

const unknown = asked.filter((part) => ![...Object.keys(STATIC), 'build', ...SPECS].includes(part));
if (unknown.length > 0)
  stop(
    `Unknown part: ${unknown.join(', ')}. Parts: ${[...Object.keys(STATIC), 'build', ...SPECS].join(' ')}.`,
  );

const officeIsHere = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'soffice')));
if (asked.includes('office') && !officeIsHere)
  stop('The part office needs soffice: apt-get install libreoffice-writer-nogui');

await prepare({ build: true });
let passed = 0;
await Promise.all(
  LANES.map(async (lane) => {
    for (const [part, script] of Object.entries(lane)) if (wanted(part)) await step(part, script);
  }),
);

const projects = SPECS.filter((part) => wanted(part) && (part !== 'office' || officeIsHere));
if (projects.length > 0) runSpecs(projects);
else console.log(`\ntests: ${passed} passed, 0 failed`);

/** Runs one check and tells what it said once it is through, so that two at a time do not talk across each other. */
async function step(part, script) {
  const began = performance.now();
  const child = spawn('npm', ['run', '-s', script], { cwd: projectFolder, env: runtimeEnvironment() });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  running.delete(child);
  console.log(`\n— ${part}`);
  process.stdout.write(Buffer.concat(said));
  if (status !== 0) stop(`${part} failed.\n\ntests: ${passed} passed, 1 failed`);
  passed += 1;
  console.log(`  ${part} passed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function runSpecs(names) {
  console.log(`\n— ${names.join(', ')}`);
  mkdirSync(`${projectFolder}/test-results`, { recursive: true });
  const results = `${projectFolder}/test-results/jest.json`;
  const { status } = spawnSync(
    'node',
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      `--maxWorkers=${workers()}`,
      '--json',
      `--outputFile=${results}`,
      '--selectProjects',
      ...names,
    ],
    { cwd: projectFolder, env: runtimeEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const summary = JSON.parse(readFileSync(results, 'utf8'));
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  const skipped = summary.numPendingTests + summary.numTodoTests;
  if (skipped > 0) stop(`${skipped} tests are skipped; mend or delete them.`);
  if (asked.length === 0 && !officeIsHere)
    console.log('\nWord in LibreOffice: not run, soffice is not installed');
  console.log(`\ntests: ${passed + summary.numPassedTests} passed, ${failed} failed`);
  process.exitCode = status ?? 1;
}

/**
 * Specs wait for browsers, mails and jobs a part of their time: three for two cores, as far as memory goes for their browsers.
 * Two for each core took no less time, and let answers come late that specs wait for.
 */
function workers() {
  const inMemory = Math.floor(totalmem() / (2.5 * 1024 ** 3));
  return Math.max(2, Math.min(Math.ceil(1.5 * availableParallelism()), inMemory));
}

function stop(sentence) {
  for (const child of running) child.kill();
  console.error(sentence);
  process.exit(1);
}
