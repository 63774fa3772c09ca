import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { THRIFT } from '../../apps/launcher/part-process.js';
import { freePort } from '../harness/free-port.js';

/** Of everybody in the benchmark's databases. */
export const PASSWORD = 'bench-password-2024';

/** A server under measurement: the product's API, or the floor. */
export interface Server {
  url: string;
  pid: number;
  child: ChildProcess;
  /** From the start of the process until it said that it is ready. */
  readyMs: number;
  stop(): Promise<void>;
}

const SECRET = randomBytes(32).toString('hex');

/** What every part of the product is started with. */
export const environment = (databaseUrl: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  MIRPS_SECRET: SECRET,
  MIRPS_DEMO: 'off',
  MIRPS_DATA: '.data/bench/files',
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  REQUESTS_PER_MINUTE: '1000000000',
  // Its people sign in with their passwords alone.
  MIRPS_SECOND_FACTOR: 'optional',
  // Whatever the operator's shell says: nothing of it belongs here.
  REDIS_URL: '',
  SMTP_URL: '',
  STORAGE_URL: '',
});

/** Starts a program of the build that says `ready` through its channel. */
export async function startServer(
  program: string,
  env: NodeJS.ProcessEnv,
  nodeOptions: readonly string[] = [],
): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, program], {
    env: { ...process.env, PUBLIC_URL: url, PORT: String(port), ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${program} ended with code ${code} before it was ready`)));
  });
  const readyMs = performance.now() - began;
  return { url, pid: child.pid ?? 0, child, readyMs, stop: () => ended(child) };
}

export const startApi = (databaseUrl: string, more: NodeJS.ProcessEnv = {}): Promise<Server> =>
  startServer(
    'dist/apps/api/main.js',
    { ...THRIFT.environment, ...environment(databaseUrl), ...more },
    THRIFT.nodeOptions,
  );

export const startWorker = (databaseUrl: string, more: NodeJS.ProcessEnv = {}): Promise<Server> =>
  startServer(
    'dist/apps/worker/main.js',
    { ...THRIFT.environment, ...environment(databaseUrl), ...more },
    THRIFT.nodeOptions,
  );

export const startFloor = (databaseUrl: string): Promise<Server> =>
  startServer('dist/test/bench/floor/server.js', { DATABASE_URL: databaseUrl, NODE_ENV: 'production' });

/** Signs in through the API. @returns the cookie header of the session */
export async function signIn(url: string, who: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `${who}@bench.example`, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${who} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Ends a process that we started, and waits for it. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(patience);
}
