import 'reflect-metadata';
import { type Config, loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/log';
import { refuseDemoInProduction } from '../composition/production.js';
import { startProblem } from '../composition/start-problem.js';
import { createApi } from './create-api.js';

/** How long requests may take to end after we were told to stop; open event streams are cut then. */
const LAST_REQUESTS_MS = 10_000;

/** Boots the API, or says in one sentence why it cannot, and ends with exit code 1. */
export async function startApi(): Promise<void> {
  let config: Config | undefined;
  try {
    config = loadConfig();
    const logger = createLogger(config.LOG_LEVEL, 'api');
    const app = await createApi(config, logger);
    await refuseOldSchema(app.get(Database));
    await refuseDemoInProduction(config, app.get(Database));
    await app.getHttpAdapter().getInstance().ready();
    await app.listen(config.PORT, config.HOST);
    process.once('SIGTERM', () => setTimeout(() => process.exit(0), LAST_REQUESTS_MS).unref());
    // The launcher holds the other end of this channel: when it is gone, so are we.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel?.unref();
    process.send?.('ready');
    logger.info({ address: await app.getUrl(), bootSeconds: process.uptime() }, 'the API is ready');
  } catch (error) {
    console.error(startProblem('API', error, config));
    process.exit(1);
  }
}

async function refuseOldSchema(database: Database): Promise<void> {
  if (await database.dataSource.showMigrations())
    throw new Error(
      'the database has not got all its tables yet: run `npm run mirps -- migrate` and start again',
    );
}
