import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY = 'is ready at ';

/** The product as `npm start` runs it, on a data folder of its own. */
export class Launched {
  readonly ended: Promise<number | null>;
  output = '';
  private readonly child: ChildProcess;

  constructor(
    private readonly dataDir: string,
    environment: NodeJS.ProcessEnv = {},
  ) {
    // What the shell of the tests says about databases and npm must not reach the product.
    const bare = {
      ...process.env,
      DATABASE_URL: undefined,
      REDIS_URL: undefined,
      npm_lifecycle_event: undefined,
    };
    this.child = spawn('node', ['dist/apps/launcher/main.js'], {
      env: { ...bare, MIRPS_DATA: dataDir, MIRPS_DEMO: 'off', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The last line of what it printed. */
  get lastLine(): string {
    return this.output.trim().split('\n').at(-1) ?? '';
  }

  /** Waits until it says that it is ready; throws its output when it ends before. */
  async ready(): Promise<this> {
    await until(
      () => this.output.includes(READY) || this.child.exitCode !== null || this.child.signalCode !== null,
    );
    if (!this.output.includes(READY)) throw new Error(this.output);
    return this;
  }

  /** Ctrl-C, and the exit code that follows. */
  async interrupt(): Promise<number | null> {
    this.child.kill('SIGINT');
    return this.ended;
  }

  /** The numbers of its processes that run now, without itself. */
  parts(): { api: number; worker: number; postgres: number } {
    return {
      api: this.find('apps/api/main.js'),
      worker: this.find('apps/worker/main.js'),
      postgres: Number(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    };
  }

  private find(program: string): number {
    const remembered = JSON.parse(readFileSync(join(this.dataDir, 'parts.json'), 'utf8')) as {
      pid: number;
    }[];
    return remembered.map(({ pid }) => pid).find((pid) => commandOf(pid).includes(program)) ?? 0;
  }
}

/** The processes of this machine that work on a data folder: their command line or environment names it. */
export function processesOn(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) =>
      [commandOf(Number(pid)), read(`/proc/${pid}/environ`)].some((text) => text.includes(dataDir)),
    )
    .map(Number);
}

/** The database of a data folder, for a look from outside. */
export function databaseOf(dataDir: string): string {
  const { password, port } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as {
    password: string;
    port: number;
  };
  return `postgres://mirps:${password}@127.0.0.1:${port}/mirps`;
}

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`It did not come about within ${withinMs} ms: ${holds.toString()}`);
    await pause(50);
  }
}

/** Whether the product answers as ready. */
export async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
}

/** A port that is free now; `hold` keeps it taken until the returned function is called. */
export async function aPort(hold = false): Promise<{ port: number; release: () => void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  if (!hold) server.close();
  return { port: address.port, release: () => server.close() };
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile, or is not ours to look at.
    return '';
  }
}
