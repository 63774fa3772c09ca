import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError, systemCode } from './errors.js';

/** The account that PostgreSQL runs under. Undefined ids mean: the account of this process. */
export interface OperatingUser {
  readonly uid?: number;
  readonly gid?: number;
  readonly name: string;
}

const OWN_ACCOUNT = 'mirps-postgres';
const FALLBACK_ACCOUNT = 'nobody';

/**
 * PostgreSQL refuses to run as root. As root this is the account that owns an existing cluster, else an account
 * of its own that is made here, else `nobody`; in every other case it is whoever runs this process.
 */
export function chooseOperatingUser(clusterDir: string | undefined): OperatingUser {
  if (process.getuid?.() !== 0) return { name: 'this account' };
  const owner = clusterDir === undefined ? undefined : ownerOf(clusterDir);
  const account = owner !== undefined && owner !== 0 ? accountOf((entry) => entry.uid === owner) : undefined;
  return account ?? accountNamed(OWN_ACCOUNT) ?? createAccount() ?? requireFallback();
}

/** Ends with the exit code and everything the program printed. Starts in `/`, with a bare environment. */
export function runAs(
  user: OperatingUser,
  file: string,
  args: readonly string[],
  input = '',
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // In a session of its own: Ctrl-C must not leave half of what the program makes.
    const child = spawn(file, args, {
      ...ids(user),
      cwd: '/',
      env: BARE_ENVIRONMENT,
      stdio: 'pipe',
      detached: true,
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Whether the account passes every folder on the way and may do this (`-r`, `-w`, `-x`) with what is there. */
export function mayUse(user: OperatingUser, path: string, ...permissions: ('-r' | '-w' | '-x')[]): boolean {
  if (user.uid === undefined) return true;
  return permissions.every((permission) => {
    const answer = spawnSync('/bin/sh', ['-c', `test ${permission} "$1"`, 'sh', path], {
      ...ids(user),
      cwd: '/',
      stdio: 'ignore',
    });
    return answer.status === 0;
  });
}

/** The uid and gid as `spawn` wants them. */
export function ids(user: OperatingUser): { uid?: number; gid?: number } {
  return user.uid === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** PGDATA, PGPORT and the like of the operator's shell must not reach this PostgreSQL. */
export const BARE_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

function createAccount(): OperatingUser | undefined {
  const makers: [string, string[]][] = [
    [
      'useradd',
      [
        '--system',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        OWN_ACCOUNT,
      ],
    ],
    ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', OWN_ACCOUNT]],
  ];
  const path = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  for (const [command, args] of makers) {
    // A second process may have made it meanwhile: what counts is that it is there.
    spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, PATH: path } });
    const account = accountNamed(OWN_ACCOUNT);
    if (account) return account;
  }
  return undefined;
}

function requireFallback(): OperatingUser {
  const account = accountNamed(FALLBACK_ACCOUNT);
  if (account) return account;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root and no account "${OWN_ACCOUNT}" could be made for it: create one, start as a normal user, or set DATABASE_URL.`,
  );
}

function accountNamed(name: string): OperatingUser | undefined {
  return accountOf((entry) => entry.name === name);
}

function accountOf(
  matches: (entry: { name: string; uid: number; gid: number }) => boolean,
): OperatingUser | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid, gid] = line.split(':');
    const entry = { name, uid: Number(uid), gid: Number(gid) };
    if (entry.uid > 0 && matches(entry)) return entry;
  }
  return undefined;
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
