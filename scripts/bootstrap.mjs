/**
 * What every entry (`npm start`, `npm test`, `npm run api`, ...) does first, on a fresh clone as on a warm one:
 * installs the packages when they are missing or stale, and builds what is stale. Runs on the Node that the machine
 * has (20.20 or later), with nothing installed; the product itself runs on the Node that the packages bring.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringUpToDate } from './builds.mjs';
import { takeSetupLock } from './process-files.mjs';

/** The root of the repository. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const modules = join(projectFolder, 'node_modules');
const installStamp = join(modules, '.mirps-install');
const NEEDED_NODE = 24;

/** Stops the process with one sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * Brings packages and, when asked, builds up to date. Everything is said on stderr: stdout belongs to the program.
 * @param {{ build?: boolean }} [options]
 */
export async function prepare({ build = true } = {}) {
  mkdirSync(join(projectFolder, 'dist'), { recursive: true });
  // Two entries may start at once on a fresh clone: the second waits, and then finds everything done.
  const release = await takeSetupLock(join(projectFolder, 'dist', '.setup.lock'), say);
  try {
    if (!isInstalled()) install();
    runtimeNode();
    if (build) bringUpToDate({ folder: projectFolder, run, say, stop });
  } finally {
    release();
  }
}

/** The Node that the product runs on: the one that the packages bring, else this one when it is new enough. */
export function runtimeNode() {
  const brought = join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(brought)) return brought;
  if (isNewEnough()) return process.execPath;
  return stop(
    `Node ${NEEDED_NODE} is needed and no package brings it for ${process.platform}-${process.arch}: install Node ${NEEDED_NODE} and start again.`,
  );
}

/** Whether this very process already runs on a Node that is new enough. */
export function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED_NODE;
}

/** Where compiled code is kept between starts, so that they are faster. */
export const compileCache = join(modules, '.cache', 'node-compile');

/** The environment in which `node` and the programs of the packages are found first. */
export function runtimeEnvironment() {
  const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache };
}

/** Reads `.env` beside package.json, if there is one. What the environment already says wins. */
export function readEnvFile() {
  const file = join(projectFolder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

function say(sentence) {
  console.error(sentence);
}

/** Runs a script of package.json; its output passes through, its stdout becomes stderr. */
function run(script) {
  npm(['run', '-s', script], `"npm run ${script}" failed; what it printed above says why.`);
}

function npm(options, failure) {
  // The npm that started us, when one did: it need not be on the PATH.
  const own = process.env.npm_execpath;
  const [file, first] = own && existsSync(own) ? [process.execPath, [own]] : ['npm', []];
  const { status, error, signal } = spawnSync(file, [...first, ...options], {
    cwd: projectFolder,
    env: runtimeEnvironment(),
    stdio: ['ignore', 2, 2],
  });
  if (signal) process.exit(130);
  if (error) stop(`npm could not be started (${error.message}).`);
  if (status !== 0) stop(failure);
}

function isInstalled() {
  const wanted = installHash();
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return true;
  if (!holdsLockedVersions()) return false;
  writeFileSync(installStamp, wanted);
  return true;
}

function install() {
  say(
    `${existsSync(modules) ? 'Updating' : 'Installing'} the packages (npm ci); the first time this takes a minute or two…`,
  );
  const began = Date.now();
  npm(
    ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed; what npm printed above says why. Nothing else was started.',
  );
  writeFileSync(installStamp, installHash());
  say(`Installed the packages in ${seconds(began)}.`);
}

/** Changes whenever `npm ci` would do something else. */
function installHash() {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const parts = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides', 'allowScripts'].map(
    (name) => manifest[name] ?? null,
  );
  const lock = readFileSync(join(projectFolder, 'package-lock.json'));
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Somebody may have installed by hand: npm's own note of what it put there, written last, is compared with the lock file. */
function holdsLockedVersions() {
  const note = join(modules, '.package-lock.json');
  if (!existsSync(note)) return false;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages ?? {};
  const locked = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')).packages ?? {};
  return Object.entries(locked).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (present[path]
        ? present[path].version === version && present[path].integrity === integrity
        : optional === true),
  );
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
