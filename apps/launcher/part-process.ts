import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { identifyProcess, type ProcessIdentity } from '#platform/embedded-postgres';
import { turnLog } from './log-files.js';

/**
 * What keeps a part small: a nursery that cannot grow to 32 MiB of what streams leave behind, and two arenas of the C
 * library (glibc) instead of eight a core; an operator's own MALLOC_ARENA_MAX wins.
 */
export const THRIFT = {
  nodeOptions: ['--max-semi-space-size=8'],
  environment: { MALLOC_ARENA_MAX: '2' },
} as const;

/** How a child of the launcher is started. */
export interface PartOptions {
  /** What the operator calls it. */
  readonly name: string;
  /** Path in the build, e.g. `apps/api/main.js`. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Takes its output; without it the output goes to the terminal. */
  readonly logFile?: string;
  /** How long lines of the log are kept. */
  readonly logDays?: number;
  /** Shares the terminal, its keyboard and its Ctrl-C. */
  readonly interactive?: boolean;
}

/** How a child ended: its exit code, or the signal that ended it. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const BUILD = new URL('../../', import.meta.url);
const GUARD = new URL('./parent-guard.js', import.meta.url).href;

/** One run of one program of the product as a child process, which ends itself when this process is gone. */
export class PartProcess {
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;
  private readonly logOffset: number;
  private ending: Ending | undefined;
  private ready = false;

  constructor(private readonly options: PartOptions) {
    if (options.logFile !== undefined) turnLog(options.logFile, options.logDays);
    const log = options.logFile === undefined ? undefined : openSync(options.logFile, 'a', 0o600);
    this.logOffset = options.logFile === undefined ? 0 : statSync(options.logFile).size;
    // A session of its own: Ctrl-C reaches the launcher only, which then stops everything in order.
    this.child = spawn(
      process.execPath,
      [
        ...THRIFT.nodeOptions,
        '--import',
        GUARD,
        fileURLToPath(new URL(options.program, BUILD)),
        ...(options.args ?? []),
      ],
      {
        env: { ...THRIFT.environment, ...options.environment },
        detached: true,
        stdio: ['ignore', log ?? 'inherit', log ?? 'inherit', 'ipc'],
      },
    );
    if (log !== undefined) closeSync(log);
    this.child.on('message', (message) => (this.ready ||= message === 'ready'));
    this.ended = new Promise((resolve) => {
      this.child.once('error', () => resolve((this.ending = { code: 1, signal: null })));
      this.child.once('exit', (code, signal) => resolve((this.ending = { code, signal })));
    });
  }

  get name(): string {
    return this.options.name;
  }

  get hasEnded(): boolean {
    return this.ending !== undefined;
  }

  /** Whether the program has said that it is ready. */
  get isReady(): boolean {
    return this.ready;
  }

  get identity(): ProcessIdentity | undefined {
    return this.child.pid === undefined ? undefined : identifyProcess(this.child.pid);
  }

  /** The last lines that this run wrote into its log. */
  lastWords(lines = 12): string {
    if (this.options.logFile === undefined) return '';
    return readFileSync(this.options.logFile)
      .subarray(this.logOffset)
      .toString()
      .trim()
      .split('\n')
      .slice(-lines)
      .join('\n');
  }

  /** Asks it to end, waits, and ends it by force when it does not. */
  async stop(patienceMs: number): Promise<Ending> {
    if (!this.hasEnded) {
      this.child.kill('SIGTERM');
      const force = setTimeout(() => this.child.kill('SIGKILL'), patienceMs);
      await this.ended;
      clearTimeout(force);
    }
    return this.ended;
  }
}
