import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, systemCode } from './errors.js';
import { mayUse, type OperatingUser } from './operating-user.js';
import { ProcessLock } from './process-lock.js';
import { sharedFolder } from './shared-folder.js';

/** What is remembered about the database between two starts. */
export interface DatabaseRecord {
  readonly password: string;
  /** The port of the last start; absent until the cluster has been complete once. */
  readonly port?: number;
}

/** The folder that holds the database, what is remembered about it, its log, and who uses it now. */
export class DataFolder {
  readonly path: string;

  /** @throws EmbeddedPostgresError when the folder cannot be made or written */
  constructor(path: string) {
    this.path = openDataDir(path);
    mkdirSync(this.usersDir, { recursive: true });
  }

  get logFile(): string {
    return join(this.path, 'postgres.log');
  }

  get lockFile(): string {
    return join(this.path, 'postgres.lock');
  }

  private get recordFile(): string {
    return join(this.path, 'postgres.json');
  }

  private get clusterPath(): string {
    return join(this.path, 'postgres');
  }

  private get usersDir(): string {
    return join(this.path, 'postgres.users');
  }

  /** What an earlier start left, if any. */
  read(): DatabaseRecord | undefined {
    let text: string;
    try {
      text = readFileSync(this.recordFile, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw new EmbeddedPostgresError(
        `${this.recordFile} cannot be read (${systemCode(error) ?? String(error)}): start with the account that made it.`,
      );
    }
    const record = parse(text);
    if (record) return record;
    throw new EmbeddedPostgresError(
      `${this.recordFile} is damaged: delete it, and the database beside it is used with a new password.`,
    );
  }

  /** Where the cluster lies, or is to lie: in this folder, or where a link in this folder leads. */
  clusterDir(): string | undefined {
    const found = lstatSync(this.clusterPath, { throwIfNoEntry: false });
    return found?.isSymbolicLink()
      ? resolve(this.path, readlinkSync(this.clusterPath))
      : found && this.clusterPath;
  }

  /** Chooses the place of a new cluster: in this folder, or behind a link when the account cannot reach this folder. */
  place(user: OperatingUser): string {
    if (mayUse(user, this.path, '-x')) return this.clusterPath;
    const folder = join(sharedFolder(), `data-${randomUUID()}`);
    mkdirSync(folder);
    chmodSync(folder, 0o711);
    symlinkSync(join(folder, 'postgres'), this.clusterPath);
    return join(folder, 'postgres');
  }

  /** Writes the record, readable for its owner only. */
  write(record: DatabaseRecord): void {
    const draft = `${this.recordFile}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
    // When root starts what another account owns, that account must be able to start it again.
    const owner = statSync(this.path);
    if (process.getuid?.() === 0) chownSync(draft, owner.uid, owner.gid);
    renameSync(draft, this.recordFile);
  }

  /** Says that this process uses the database, until the returned lock is released or the process ends. */
  enter(): ProcessLock {
    return ProcessLock.acquire(join(this.usersDir, `${process.pid}-${randomUUID().slice(0, 8)}`));
  }

  /** Whether a living process still uses the database. Forgets the dead ones. */
  isUsed(): boolean {
    return (
      readdirSync(this.usersDir).filter((name) => {
        const alive = ProcessLock.holderOf(join(this.usersDir, name)) !== undefined;
        if (!alive) rmSync(join(this.usersDir, name), { force: true });
        return alive;
      }).length > 0
    );
  }
}

/**
 * Makes a data folder ready: there, writable, and as root open for passing through.
 * @returns its real path
 * @throws EmbeddedPostgresError with one sentence when it cannot be made or written
 */
export function openDataDir(path: string): string {
  const wanted = resolve(path);
  const above = dirname(wanted);
  if (!existsSync(above)) {
    // A disk that is not mounted must not look like a first start.
    throw new EmbeddedPostgresError(
      `The data folder ${wanted} cannot be made, because ${above} does not exist: make that folder, or set MIRPS_DATA to another one.`,
    );
  }
  if (statSync(wanted, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new EmbeddedPostgresError(`The data folder ${wanted} is not a folder: set MIRPS_DATA to a folder.`);
  }
  try {
    mkdirSync(wanted, { recursive: true });
    const found = realpathSync(wanted);
    const probe = join(found, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    // As root, PostgreSQL's own account has to pass through, and needs to see nothing here.
    if (process.getuid?.() === 0) chmodSync(found, (statSync(found).mode & 0o777) | 0o011);
    return found;
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder ${wanted} cannot be written (${systemCode(error) ?? String(error)}): make it writable for this account, or set MIRPS_DATA to another folder.`,
    );
  }
}

function parse(text: string): DatabaseRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (
      typeof value !== 'object' ||
      value === null ||
      !('password' in value) ||
      typeof value.password !== 'string'
    )
      return undefined;
    const port = 'port' in value && typeof value.port === 'number' ? value.port : undefined;
    return { password: value.password, ...(port === undefined ? {} : { port }) };
  } catch {
    return undefined;
  }
}
