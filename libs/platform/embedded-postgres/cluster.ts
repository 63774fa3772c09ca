import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError, systemCode } from './errors.js';
import { type OperatingUser, runAs } from './operating-user.js';
import type { Programs } from './programs.js';

export const SUPERUSER = 'mirps';

/**
 * Looks at the folder of a cluster before PostgreSQL does, to say plainly what is wrong with it.
 * @returns whether there is a cluster (else the place is empty)
 * @throws EmbeddedPostgresError when something is there that this PostgreSQL cannot use
 */
export function inspectCluster(clusterDir: string, major: string, user: OperatingUser): boolean {
  const names = list(clusterDir);
  if (names === undefined || names.length === 0) return false;
  const wayOut = 'restore it from a backup, or move it away to begin with an empty database';
  for (const needed of [
    'PG_VERSION',
    'global/pg_control',
    'postgresql.conf',
    'pg_hba.conf',
    'pg_wal',
    'base',
  ]) {
    if (!existsSync(join(clusterDir, needed))) {
      throw new EmbeddedPostgresError(
        `The database folder ${clusterDir} is broken (${needed} is missing): ${wayOut}.`,
      );
    }
  }
  const found = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) {
    throw new EmbeddedPostgresError(
      `The database folder ${clusterDir} was made by PostgreSQL ${found || '(unreadable)'}, and this is PostgreSQL ${major}: move the data over with pg_dump, or ${wayOut}.`,
    );
  }
  takeOwnership(clusterDir, user);
  return true;
}

/** Makes an empty cluster. It appears at its place complete or not at all. */
export async function createCluster(
  clusterDir: string,
  programs: Programs,
  user: OperatingUser,
  options: { password: string; durable: boolean },
): Promise<void> {
  clearDrafts(clusterDir);
  const draft = `${clusterDir}.new-${process.pid}`;
  const secret = `${clusterDir}.new-${process.pid}.secret`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(draft, user.uid, user.gid);
    chownSync(secret, user.uid, user.gid);
  }
  try {
    const { code, output } = await runAs(user, programs.initdb, [
      ...[
        '-D',
        draft,
        `--username=${SUPERUSER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--no-instructions',
      ],
      // The same order and the same bytes on every machine, whatever languages are installed there.
      ...[
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--text-search-config=simple',
      ],
      ...(options.durable ? [] : ['--no-sync']),
    ]);
    if (code !== 0)
      throw new EmbeddedPostgresError(
        `No database could be made in ${clusterDir}: ${lastComplaint(output)}.`,
      );
    rmSync(clusterDir, { recursive: true, force: true });
    renameSync(draft, clusterDir);
  } finally {
    clearDrafts(clusterDir);
  }
}

/** What this start or an interrupted earlier one has half made. */
function clearDrafts(clusterDir: string): void {
  for (const name of readdirSync(dirname(clusterDir))) {
    if (name.startsWith(`${basename(clusterDir)}.new-`))
      rmSync(join(dirname(clusterDir), name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Gives the superuser the password that is remembered, for a cluster whose own one was lost. The cluster must be stopped. */
export async function resetPassword(
  clusterDir: string,
  programs: Programs,
  user: OperatingUser,
  password: string,
): Promise<void> {
  const statement = `ALTER ROLE ${SUPERUSER} PASSWORD '${password.replaceAll("'", "''")}'\n`;
  const { code, output } = await runAs(
    user,
    programs.postgres,
    ['--single', '-D', clusterDir, 'postgres'],
    statement,
  );
  if (code !== 0 || /ERROR:/.test(output)) {
    throw new EmbeddedPostgresError(
      `The password of the database in ${clusterDir} could not be set again: ${lastComplaint(output)}.`,
    );
  }
}

/** The line of a PostgreSQL program's output that says what stopped it. */
export function lastComplaint(output: string): string {
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/, '').replace(/\.$/, '');
}

/** A folder that was copied back by root belongs to root, and PostgreSQL refuses what is not its own or open to others. */
function takeOwnership(clusterDir: string, user: OperatingUser): void {
  const found = statSync(clusterDir);
  const self = process.getuid?.();
  if (user.uid !== undefined && user.gid !== undefined && found.uid !== user.uid) {
    lchownSync(clusterDir, user.uid, user.gid);
    for (const name of readdirSync(clusterDir, { recursive: true, encoding: 'utf8' }))
      lchownSync(join(clusterDir, name), user.uid, user.gid);
  } else if (user.uid === undefined && self !== undefined && found.uid !== self) {
    throw new EmbeddedPostgresError(
      `The database folder ${clusterDir} belongs to another account: start with that account, or as root.`,
    );
  }
  if ((found.mode & 0o027) !== 0) chmodSync(clusterDir, 0o700);
}

function list(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new EmbeddedPostgresError(
      `The database folder ${folder} cannot be read (${systemCode(error) ?? String(error)}): start with the account that owns it, or as root.`,
    );
  }
}
