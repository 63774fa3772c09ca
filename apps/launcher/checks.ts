import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import pg from 'pg';
import { StartProblem } from './problem.js';

const PATIENCE_MS = 5000;
const OLDEST_POSTGRES = 15;
const OLDEST_REDIS = [6, 2] as const;

/** @throws StartProblem when the address cannot be listened on */
export async function checkPort(host: string, port: number): Promise<void> {
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (!problem) return;
  if (problem.code === 'EADDRINUSE')
    throw new StartProblem(
      `Port ${port} of ${host} is taken by another program: stop it, or set PORT to another port.`,
    );
  if (problem.code === 'EACCES')
    throw new StartProblem(`Port ${port} may not be used by this account: set PORT to a port above 1023.`);
  throw new StartProblem(
    `${host}:${port} cannot be listened on (${problem.code ?? problem.message}): set HOST and PORT to an address of this machine.`,
  );
}

/** @throws StartProblem when no PostgreSQL of a version that fits answers at DATABASE_URL */
export async function checkDatabase(url: string): Promise<void> {
  const where = describe(url, 5432);
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version`,
    );
    const version = rows[0];
    if (!version || Number(version.server_version_num) < OLDEST_POSTGRES * 10_000) {
      throw new StartProblem(
        `DATABASE_URL leads to PostgreSQL ${version?.server_version ?? '?'} at ${where}; at least version ${OLDEST_POSTGRES} is needed.`,
      );
    }
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`The database of DATABASE_URL (${where}) cannot be used: ${reason(error)}.`);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** @throws StartProblem when no Redis of a version that fits answers at REDIS_URL */
export async function checkRedis(url: string): Promise<void> {
  const where = describe(url, 6379);
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let cause: unknown;
  redis.on('error', (error: Error) => (cause ??= error));
  try {
    await redis.connect();
    await redis.ping();
    const version = /redis_version:(\d+)\.(\d+)\S*/.exec(await redis.info('server'));
    const [major, minor] = [Number(version?.[1]), Number(version?.[2])];
    if (major < OLDEST_REDIS[0] || (major === OLDEST_REDIS[0] && minor < OLDEST_REDIS[1])) {
      throw new StartProblem(
        `REDIS_URL leads to Redis ${major}.${minor} at ${where}; at least version ${OLDEST_REDIS.join('.')} is needed.`,
      );
    }
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`The Redis of REDIS_URL (${where}) cannot be used: ${reason(cause ?? error)}.`);
  } finally {
    redis.disconnect();
  }
}

/** Host, port and name, never the password. */
function describe(url: string, port: number): string {
  try {
    const { hostname, port: given, pathname } = new URL(url);
    return `${hostname || 'localhost'}:${given || port}${pathname}`;
  } catch {
    return 'not a valid address';
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '') || 'no answer';
}
