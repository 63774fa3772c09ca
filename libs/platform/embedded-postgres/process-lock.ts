import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCode } from './errors.js';
import { identifyProcess, isAlive, type ProcessIdentity } from './process-identity.js';

/** What a living process wrote into its lock. */
export type LockHolder = ProcessIdentity & Readonly<Record<string, unknown>>;

/** Somebody else, alive, holds the lock. `holder` is what they wrote into it. */
export class LockHeldError extends Error {
  override readonly name = 'LockHeldError';

  constructor(
    readonly path: string,
    readonly holder: LockHolder,
  ) {
    super(`${path} is held by process ${holder.pid}`);
  }
}

/**
 * A lock file that ends with its process: it names the holder by number and birth, so that what a `kill -9`
 * or a power cut left behind is recognised and taken over at once.
 */
export class ProcessLock {
  private constructor(
    private readonly path: string,
    private readonly content: string,
  ) {}

  /**
   * Takes the lock for this process. `note` is written into it for others to read.
   * @throws LockHeldError when a living process holds it
   */
  static acquire(path: string, note: Record<string, unknown> = {}): ProcessLock {
    const content = JSON.stringify({ ...identifyProcess(process.pid), ...note, nonce: randomUUID() });
    const draft = `${path}.${process.pid}.${randomUUID()}`;
    writeFileSync(draft, content, { mode: 0o644 });
    try {
      // A link appears with its whole content or not at all, and never replaces another.
      for (;;) {
        try {
          linkSync(draft, path);
          return new ProcessLock(path, content);
        } catch (error) {
          if (systemCode(error) !== 'EEXIST') throw error;
          clearStale(path);
        }
      }
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /**
   * Waits up to `milliseconds` for the lock.
   * @throws LockHeldError when it is still held then
   */
  static async acquireWithin(path: string, milliseconds: number): Promise<ProcessLock> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      try {
        return ProcessLock.acquire(path);
      } catch (error) {
        if (!(error instanceof LockHeldError) || Date.now() > deadline) throw error;
        await pause(50);
      }
    }
  }

  /** The living process that holds the lock, if any. */
  static holderOf(path: string): LockHolder | undefined {
    const holder = parse(read(path) ?? '');
    return holder && isAlive(holder) ? holder : undefined;
  }

  /** Gives the lock back; does nothing when it was given back before. */
  release(): void {
    if (read(this.path) === this.content) rmSync(this.path, { force: true });
  }
}

function clearStale(path: string): void {
  const seen = read(path);
  if (seen === undefined) return;
  const holder = parse(seen);
  if (holder && isAlive(holder)) throw new LockHeldError(path, holder);
  // Two processes may find the same stale file: what is moved away is looked at again, and put back if it is another's.
  const aside = `${path}.stale.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== seen) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('birth' in value))
      return undefined;
    const { pid, birth } = value;
    return typeof pid === 'number' && typeof birth === 'string' ? { ...value, pid, birth } : undefined;
  } catch {
    return undefined;
  }
}
