import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Client, signIn, stranger } from './client.js';
import { copyOf } from './database.js';
import { freePort } from './free-port.js';

export interface StackOptions {
  /** How many of each; one unless said. */
  apis?: number;
  workers?: number;
  /** Queues in this Redis instead of PostgreSQL. */
  redisUrl?: string;
  smtpUrl?: string;
  /** By which name browsers open it: passkeys need one, and take no bare address. */
  host?: string;
  env?: NodeJS.ProcessEnv;
  /** Where what they say goes, instead of to the terminal. */
  logFile?: string;
}

/** A process of the product that a test started. */
export interface Part {
  role: 'api' | 'worker';
  child: ChildProcess;
  /** Of an API. */
  url: string;
  start(): Promise<void>;
}

/** What a command of the product printed and ended with. */
export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The product, built and really running on a copy of the demo. */
export interface Stack {
  /** The first API. */
  url: string;
  databaseUrl: string;
  dataDir: string;
  parts: Part[];
  signIn(email: string): Promise<Client>;
  /** Asks without a session. */
  stranger: Client;
  /** The database behind the product's back. */
  sql<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  /** Runs `mirps …` on the same database. */
  mirps(words: string[], options?: { input?: string; env?: NodeJS.ProcessEnv }): Promise<CommandResult>;
  stop(): Promise<void>;
}

/** Starts the built API and worker as processes of their own. */
export async function startStack({
  apis = 1,
  workers = 1,
  redisUrl,
  smtpUrl,
  host = '127.0.0.1',
  env: more = {},
  logFile,
}: StackOptions = {}): Promise<Stack> {
  const database = await copyOf('template_demo');
  const dataDir = mkdtempSync(join(tmpdir(), 'mirps-stack-'));
  cpSync(process.env.TEST_DEMO_DATA ?? '', dataDir, { recursive: true });
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.url,
    MIRPS_DATA: dataDir,
    MIRPS_DEMO: 'on',
    MIRPS_SECRET: 'only-for-tests-'.repeat(3),
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '1000000',
    NODE_OPTIONS: '',
    PUBLIC_URL: url,
    REDIS_URL: redisUrl,
    SMTP_URL: smtpUrl,
    ...more,
  };
  const pool = new pg.Pool({ connectionString: database.url, max: 2, allowExitOnIdle: true });
  pool.on('error', () => undefined); // the database goes away with the stack
  const parts: Part[] = [];
  const output = logFile === undefined ? 'inherit' : openSync(logFile, 'a');
  const stop = async (): Promise<void> => {
    await Promise.all(parts.map(({ child }) => ended(child)));
    rmSync(dataDir, { recursive: true, force: true });
    await pool.end();
    await database.drop();
    if (output !== 'inherit') closeSync(output);
  };
  try {
    for (let i = 0; i < apis; i += 1) {
      const own = i === 0 ? port : await freePort();
      parts.push(newPart('api', { ...env, PORT: String(own) }, `http://${host}:${own}`, output));
    }
    for (let i = 0; i < workers; i += 1) parts.push(newPart('worker', env, '', output));
    await Promise.all(parts.map((part) => part.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    databaseUrl: database.url,
    dataDir,
    parts,
    signIn: (email) => signIn(url, email),
    stranger: stranger(url),
    sql: async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<T>(text, values)).rows,
    mirps: (words, { input, env: more } = {}) => run(words, { ...env, ...more }, input),
    stop,
  };
}

const NOT_RUNNING = { exitCode: 0, signalCode: null } as unknown as ChildProcess;

function newPart(role: Part['role'], env: NodeJS.ProcessEnv, url: string, output: 'inherit' | number): Part {
  const self: Part = {
    role,
    url,
    child: NOT_RUNNING,
    start: async () => {
      const child = spawn(process.execPath, [`dist/apps/${role}/main.js`], {
        env,
        stdio: ['ignore', output, output, 'ipc'],
      });
      self.child = child;
      // A spec that fails before it can stop the stack does not hang: the parts end with the test process.
      child.unref();
      await new Promise<void>((resolve, reject) => {
        child.once('message', () => {
          child.channel?.unref();
          resolve();
        });
        child.once('exit', (code) =>
          reject(new Error(`The ${role} ended with code ${code} before it was ready`)),
        );
      });
    },
  };
  return self;
}

/** Ends a process that we started, and waits for it. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(patience);
}

async function run(words: string[], env: NodeJS.ProcessEnv, input = ''): Promise<CommandResult> {
  const child = spawn(process.execPath, ['dist/apps/cli/main.js', ...words], { env });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
  child.stdin.on('error', () => undefined); // a command that reads nothing may be gone already
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
