import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOf } from './database.js';

export interface StackOptions {
  /** How many of each; one unless said. */
  apis?: number;
  workers?: number;
  /** Queues in this Redis instead of PostgreSQL. */
  redisUrl?: string;
  smtpUrl?: string;
}

/** A process of the product that a test started. */
export interface Part {
  role: 'api' | 'worker';
  child: ChildProcess;
  /** Of an API. */
  url: string;
  start(): Promise<void>;
}

/** The product, built and really running on a copy of the demo. */
export interface Stack {
  /** The first API. */
  url: string;
  databaseUrl: string;
  dataDir: string;
  parts: Part[];
  signIn(email: string): Promise<Client>;
  stop(): Promise<void>;
}

/** Speaks with the API as one person. */
export interface Client {
  cookie: string;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The JSON body. @throws Error when the status is not 2xx */
  json<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
}

export const DEMO_PASSWORD = 'mirps-demo-2024';

/** Starts the built API and worker as processes of their own. */
export async function startStack({ apis = 1, workers = 1, redisUrl, smtpUrl }: StackOptions = {}): Promise<Stack> {
  const database = await copyOf('template_demo');
  const dataDir = mkdtempSync(join(tmpdir(), 'mirps-stack-'));
  copyFileSync(join(process.env.TEST_DEMO_DATA ?? '', 'demo-sign-ins.json'), join(dataDir, 'demo-sign-ins.json'));
  const common = {
    ...process.env,
    DATABASE_URL: database.url,
    MIRPS_DATA: dataDir,
    MIRPS_DEMO: 'on',
    MIRPS_SECRET: 'only-for-tests-'.repeat(3),
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: '',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
  };
  const parts: Part[] = [];
  for (let i = 0; i < apis; i += 1) {
    const port = await freePort();
    parts.push(await part('api', { ...common, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }, `http://127.0.0.1:${port}`));
  }
  for (let i = 0; i < workers; i += 1) parts.push(await part('worker', { ...common, PUBLIC_URL: parts[0]?.url ?? '' }, ''));
  const url = parts[0]?.url ?? '';
  return {
    url,
    databaseUrl: database.url,
    dataDir,
    parts,
    signIn: (email) => signIn(url, email),
    stop: async () => {
      await Promise.all(parts.map(({ child }) => ended(child)));
      rmSync(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}

async function part(role: Part['role'], env: NodeJS.ProcessEnv, url: string): Promise<Part> {
  const self: Part = {
    role,
    url,
    child: undefined as unknown as ChildProcess,
    start: async () => {
      self.child = spawn(process.execPath, [`dist/apps/${role}/main.js`], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      await new Promise<void>((resolve, reject) => {
        self.child.once('message', () => resolve());
        self.child.once('exit', (code) => reject(new Error(`The ${role} ended with code ${code} before it was ready`)));
      });
    },
  };
  await self.start();
  return self;
}

/** Ends a process that we started, and waits for it. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(patience);
}

/** Signs in as a person of the demo. */
export async function signIn(url: string, email: string, password = DEMO_PASSWORD): Promise<Client> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const request: Client['request'] = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie, origin: url, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    cookie,
    request,
    json: async <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
      const response = await request(method, path, body, headers);
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
  });
  return promise;
}
