import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastComplaint } from './cluster.js';
import { systemCode } from './errors.js';
import { BARE_ENVIRONMENT, ids, type OperatingUser } from './operating-user.js';
import {
  commandLine,
  identifyProcess,
  isAlive,
  type ProcessIdentity,
  signalProcess,
} from './process-identity.js';

/** A running PostgreSQL server: its process and the port of 127.0.0.1 that it listens on. */
export interface Postmaster {
  readonly process: ProcessIdentity;
  readonly port: number;
}

/** The server ended before it was ready. `reason` decides whether another try can help. */
export class PostmasterEnded extends Error {
  override readonly name = 'PostmasterEnded';

  constructor(
    readonly reason: 'port' | 'leftovers' | 'other',
    complaint: string,
  ) {
    super(complaint);
  }
}

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const FAST_STOP_MS = 60_000;

/**
 * The server that still runs on this cluster, if any. A pid file that nobody alive stands behind, or behind whose
 * number another program runs by now, is removed: PostgreSQL itself would refuse to start.
 */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const file = join(clusterDir, 'postmaster.pid');
  const lines = readLines(file);
  if (!lines) return undefined;
  const identity = identifyProcess(Number(lines[0]));
  if (identity && lines[1] && commandLine(identity.pid).includes(lines[1]))
    return { process: identity, port: Number(lines[3]) };
  rmSync(file, { force: true });
  return undefined;
}

/** Starts the server in a session of its own (Ctrl-C must not reach it before its clients are gone) and waits until it is ready. */
export async function startPostmaster(
  options: {
    postgres: string;
    clusterDir: string;
    user: OperatingUser;
    port: number;
    logFile: string;
    settings: Readonly<Record<string, string>>;
  },
  log: (line: string) => void,
): Promise<Postmaster> {
  rotate(options.logFile);
  const fd = openSync(options.logFile, 'a', 0o600);
  const offset = statSync(options.logFile).size;
  const settings = {
    ...options.settings,
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
  };
  const child = spawn(
    options.postgres,
    [
      '-D',
      options.clusterDir,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...ids(options.user), cwd: '/', env: BARE_ENVIRONMENT, detached: true, stdio: ['ignore', fd, fd] },
  );
  closeSync(fd);
  let ended = child.pid === undefined;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  child.unref();
  for (let waited = 0; !ended; waited += 20) {
    const lines = readLines(join(options.clusterDir, 'postmaster.pid'));
    const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
    if (identity && Number(lines?.[0]) === child.pid && lines?.[7]?.trim() === 'ready')
      return { process: identity, port: options.port };
    if (waited > 0 && waited % 5000 === 0) log('PostgreSQL is still bringing its data in order');
    await pause(20);
  }
  const written = readFileSync(options.logFile).subarray(offset).toString();
  throw new PostmasterEnded(reasonOf(written), lastComplaint(written));
}

/** Asks the server to end at once but cleanly, and waits for it; a server that does not is told to drop everything. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  if (!isAlive(postmaster.process)) return;
  signalProcess(postmaster.process.pid, 'SIGINT');
  const deadline = Date.now() + FAST_STOP_MS;
  let pressed = false;
  while (isAlive(postmaster.process)) {
    if (!pressed && Date.now() > deadline) pressed = signalProcess(postmaster.process.pid, 'SIGQUIT');
    await pause(20);
  }
}

/** Whether a port of 127.0.0.1 can be listened on. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function reasonOf(written: string): PostmasterEnded['reason'] {
  if (/could not (create any TCP\/IP sockets|bind)/.test(written)) return 'port';
  // After a kill -9 of the server alone, its last helpers hold the shared memory for a moment more.
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(written)
    ? 'leftovers'
    : 'other';
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
}

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
