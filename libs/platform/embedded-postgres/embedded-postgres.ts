import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { type Postmaster, stopPostmaster } from './postmaster.js';
import { isAlive } from './process-identity.js';
import { LockHeldError, ProcessLock } from './process-lock.js';
import { type EmbeddedPostgresOptions, Start } from './start.js';

const LOCK_MS = 120_000;

/**
 * A PostgreSQL server of our own, from the programs that npm brings. Several processes may start it on one data
 * folder: the first one runs it, the others join, the last one that stops it ends it. What a `kill -9` left
 * behind (a server without its starter, a stale pid file) is joined or cleared by the next start.
 */
export class EmbeddedPostgres {
  private constructor(
    private readonly folder: DataFolder,
    private readonly use: ProcessLock,
    private readonly postmaster: Postmaster,
    /** `postgres://` with user, password, 127.0.0.1, port and database. */
    readonly url: string,
    /** Where the data lie; not always in the data folder (see docs/operating.md). */
    readonly clusterDir: string,
  ) {}

  /**
   * Starts the server, or joins the one that runs on this folder, and returns when it answers.
   * @throws EmbeddedPostgresError with one sentence when it cannot be had
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = new DataFolder(options.dataDir);
    const turn = await takeTurn(folder);
    try {
      const use = folder.enter();
      try {
        return await new Start(folder, options).run(
          (postmaster, url, clusterDir) => new EmbeddedPostgres(folder, use, postmaster, url, clusterDir),
        );
      } catch (error) {
        use.release();
        throw error;
      }
    } finally {
      turn.release();
    }
  }

  get port(): number {
    return this.postmaster.port;
  }

  /** The process number of the server. */
  get pid(): number {
    return this.postmaster.process.pid;
  }

  get logFile(): string {
    return this.folder.logFile;
  }

  /** Whether the server still runs. */
  isRunning(): boolean {
    return isAlive(this.postmaster.process);
  }

  /** Ends the server cleanly, unless another living process still uses it. */
  async stop(): Promise<void> {
    const turn = await takeTurn(this.folder);
    try {
      this.use.release();
      if (!this.folder.isUsed()) await stopPostmaster(this.postmaster);
    } finally {
      turn.release();
    }
  }

  /** Ends the server and deletes all its data, wherever they lie. For tests. */
  async destroy(): Promise<void> {
    this.use.release();
    await stopPostmaster(this.postmaster);
    const outside = !this.clusterDir.startsWith(this.folder.path);
    rmSync(outside ? dirname(this.clusterDir) : this.clusterDir, { recursive: true, force: true });
    rmSync(this.folder.path, { recursive: true, force: true });
  }
}

async function takeTurn(folder: DataFolder): Promise<ProcessLock> {
  try {
    return await ProcessLock.acquireWithin(folder.lockFile, LOCK_MS);
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new EmbeddedPostgresError(
      `Process ${error.holder.pid} has been starting or stopping the database in ${folder.path} for too long: end it and try again.`,
    );
  }
}
