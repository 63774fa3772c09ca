import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createCluster, inspectCluster, resetPassword, SUPERUSER } from './cluster.js';
import type { DataFolder, DatabaseRecord } from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { chooseOperatingUser, type OperatingUser } from './operating-user.js';
import {
  findPostmaster,
  freePort,
  isFree,
  type Postmaster,
  PostmasterEnded,
  startPostmaster,
  stopPostmaster,
} from './postmaster.js';
import { locatePrograms, type Programs } from './programs.js';

/** How to start the embedded database. */
export interface EmbeddedPostgresOptions {
  /** The folder that holds everything about it; made when missing. */
  readonly dataDir: string;
  /** The database that `url` names; made when missing. Default "mirps". */
  readonly database?: string;
  /** A port of 127.0.0.1. Default: the one of the last start, else any free one. */
  readonly port?: number;
  /** False gives up safety against power cuts for speed; for tests. Default true. */
  readonly durable?: boolean;
  /** More settings of PostgreSQL, e.g. `{ max_connections: '300' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told in one line each what is being done. */
  readonly log?: (line: string) => void;
}

const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
// Commits still reach the system: a killed server loses nothing, a power cut may.
const NOT_DURABLE: Readonly<Record<string, string>> = { fsync: 'off', full_page_writes: 'off' };
const LEFTOVERS_MS = 20_000;

/** One start: from a data folder in any state to a server that answers. */
export class Start {
  private readonly log: (line: string) => void;
  private readonly durable: boolean;

  constructor(
    private readonly folder: DataFolder,
    private readonly options: EmbeddedPostgresOptions,
  ) {
    this.log = options.log ?? (() => undefined);
    this.durable = options.durable ?? true;
  }

  async run<T>(finish: (postmaster: Postmaster, url: string, clusterDir: string) => T): Promise<T> {
    const known = this.folder.read();
    const record = known ?? { password: randomBytes(24).toString('base64url') };
    const found = this.folder.clusterDir();
    const user = chooseOperatingUser(found);
    const programs = await locatePrograms(user, this.log);
    const clusterDir = found ?? this.folder.place(user);
    if (!inspectCluster(clusterDir, programs.major, user)) {
      if (known?.port !== undefined || !existsSync(dirname(clusterDir))) {
        throw new EmbeddedPostgresError(
          `The data folder ${this.folder.path} keeps its database in ${clusterDir}, which is gone: restore it, or remove ${this.folder.path} to begin with an empty database.`,
        );
      }
      this.log(`Making a database in ${clusterDir}`);
      this.folder.write(record);
      await createCluster(clusterDir, programs, user, { password: record.password, durable: this.durable });
    }
    const postmaster = await this.open(clusterDir, record, programs, user);
    this.folder.write({ ...record, port: postmaster.port });
    return finish(postmaster, urlOf(record, postmaster.port, this.options.database ?? 'mirps'), clusterDir);
  }

  private async open(
    clusterDir: string,
    record: DatabaseRecord,
    programs: Programs,
    user: OperatingUser,
  ): Promise<Postmaster> {
    let postmaster = await this.joinRunning(clusterDir, record);
    postmaster ??= await this.launch(clusterDir, record, programs, user);
    try {
      await ensureDatabase(record, postmaster.port, this.options.database ?? 'mirps');
      return postmaster;
    } catch (error) {
      await stopPostmaster(postmaster);
      if (!isWrongPassword(error)) throw error;
    }
    this.log('Setting the password of the database again, because the remembered one is not its own');
    await resetPassword(clusterDir, programs, user, record.password);
    postmaster = await this.launch(clusterDir, record, programs, user);
    await ensureDatabase(record, postmaster.port, this.options.database ?? 'mirps');
    return postmaster;
  }

  private async joinRunning(clusterDir: string, record: DatabaseRecord): Promise<Postmaster | undefined> {
    const running = findPostmaster(clusterDir);
    if (!running) return undefined;
    try {
      await ensureDatabase(record, running.port, 'postgres');
      this.log(`Joining the PostgreSQL that already runs on ${clusterDir} (process ${running.process.pid})`);
      return running;
    } catch {
      this.log(
        `Ending a PostgreSQL that runs on ${clusterDir} and does not answer (process ${running.process.pid})`,
      );
      await stopPostmaster(running);
      findPostmaster(clusterDir);
      return undefined;
    }
  }

  private async launch(
    clusterDir: string,
    record: DatabaseRecord,
    programs: Programs,
    user: OperatingUser,
  ): Promise<Postmaster> {
    const settings = { ...DEFAULT_SETTINGS, ...(this.durable ? {} : NOT_DURABLE), ...this.options.settings };
    const wanted = this.options.port ?? record.port;
    const deadline = Date.now() + LEFTOVERS_MS;
    for (;;) {
      const port =
        wanted !== undefined && (await isFree(wanted))
          ? wanted
          : this.options.port === undefined
            ? await freePort()
            : undefined;
      if (port === undefined)
        throw new EmbeddedPostgresError(`Port ${wanted} of 127.0.0.1, wanted for PostgreSQL, is taken.`);
      try {
        return await startPostmaster(
          { postgres: programs.postgres, clusterDir, user, port, logFile: this.folder.logFile, settings },
          this.log,
        );
      } catch (error) {
        if (!(error instanceof PostmasterEnded)) throw error;
        if (error.reason !== 'other' && Date.now() < deadline) {
          await pause(200);
          continue;
        }
        throw new EmbeddedPostgresError(
          `PostgreSQL does not start on ${clusterDir} (${error.message}): see ${this.folder.logFile}; restore that folder from a backup, or move it away to begin with an empty database.`,
        );
      }
    }
  }
}

/** Makes the database when it is missing; by that also proves that the server answers with our password. */
async function ensureDatabase(record: DatabaseRecord, port: number, database: string): Promise<void> {
  const client = new pg.Client({
    connectionString: urlOf(record, port, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function urlOf(record: DatabaseRecord, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(record.password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '28P01';
}
