import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig, resolveEnvironment } from '#platform/config';
import { freePort, openDataDir } from '#platform/embedded-postgres';

/** What the environment asks for, checked before anything is started. */
export interface Surroundings {
  /** Checked values; `DATABASE_URL` in it is a placeholder while the embedded database has not started. */
  readonly config: Config;
  /** The data folder: absolute, there and writable. */
  readonly dataDir: string;
  /** Whether the embedded database is wanted, because no DATABASE_URL is set. */
  readonly embedded: boolean;
  /** What every part of the product gets as its environment, but for the embedded DATABASE_URL. */
  readonly environment: NodeJS.ProcessEnv;
}

const PLACEHOLDER = 'postgres://embedded/mirps';

/**
 * Reads the environment for `npm start` (`demo` is the default of MIRPS_DEMO) or for one part.
 * @throws ConfigError, EmbeddedPostgresError with one sentence about what is wrong
 */
export async function readSurroundings(asked: NodeJS.ProcessEnv, demo: 'on' | 'off'): Promise<Surroundings> {
  const given = resolveEnvironment(asked);
  const embedded = !given.DATABASE_URL;
  const preview = {
    ...given,
    DATABASE_URL: given.DATABASE_URL || PLACEHOLDER,
    MIRPS_SECRET: given.MIRPS_SECRET || randomBytes(32).toString('hex'),
  };
  // Checked once before the data folder is touched, so that a typing mistake leaves nothing behind.
  const dataDir = openDataDir(loadConfig(preview).MIRPS_DATA);
  const environment: NodeJS.ProcessEnv = {
    ...given,
    MIRPS_DATA: dataDir,
    MIRPS_DEMO: given.MIRPS_DEMO || (given.NODE_ENV === 'production' ? 'off' : demo),
    MIRPS_SECRET: given.MIRPS_SECRET || keptSecret(dataDir),
    ...(given.PORT === '0' ? { PORT: String(await freePort()) } : {}),
  };
  const config = loadConfig({ ...environment, DATABASE_URL: given.DATABASE_URL || PLACEHOLDER });
  return { config, dataDir, embedded, environment };
}

/** Where the parts write their logs. */
export function logsDir(dataDir: string): string {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The secret that signs sessions: made once, readable for its owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
