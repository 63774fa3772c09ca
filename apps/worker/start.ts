import { NestFactory } from '@nestjs/core';
import { type Config, loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger, nestLogger } from '#platform/log';
import { refuseDemoInProduction } from '../composition/production.js';
import { startProblem } from '../composition/start-problem.js';
import { workerModule } from './worker.module.js';

/** Boots a worker: no HTTP, only jobs, schedules and the outbox relay. Any number may run side by side. */
export async function startWorker(): Promise<void> {
  let config: Config | undefined;
  try {
    config = loadConfig();
    const logger = createLogger(config.LOG_LEVEL, 'worker');
    const app = await NestFactory.createApplicationContext(workerModule(config, logger), {
      logger: nestLogger(logger),
      abortOnError: false,
    });
    await refuseDemoInProduction(config, app.get(Database));
    app.enableShutdownHooks();
    // The launcher holds the other end of this channel: when it is gone, so are we.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.send?.('ready');
    logger.info({ bootSeconds: process.uptime() }, 'the worker is ready');
  } catch (error) {
    console.error(startProblem('worker', error, config));
    process.exit(1);
  }
}
