import type { Abstract, INestApplicationContext, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EditionJobsModule } from '#features/editions';
import type { Clock } from '#platform/clock';
import { loadConfig } from '#platform/config';
import { runAs, SYSTEM } from '#platform/http';
import { createLogger, nestLogger } from '#platform/log';
import { featureModules } from '../composition/modules.js';
import { platformModules } from '../composition/platform.js';

@Module({})
class CommandLineModule {}

/** Reaches the same services that HTTP reaches. */
export interface Services {
  get<T>(service: Type<T> | Abstract<T>): T;
}

/**
 * Composes the product for one command, runs it as the system (the operator holds the machine) and closes everything.
 * @param clock stands in for the system's, for commands that tell of another time
 */
export async function withServices<T>(work: (services: Services) => Promise<T>, clock?: Clock): Promise<T> {
  const config = loadConfig();
  const logger = createLogger(process.env.LOG_LEVEL ? config.LOG_LEVEL : 'warn', 'cli');
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    {
      module: CommandLineModule,
      // The demo makes the files of its edition itself: what is approved is what people will read.
      imports: [...platformModules(config, logger, 'cli', clock), ...featureModules, EditionJobsModule],
    },
    { logger: nestLogger(logger), abortOnError: false },
  );
  try {
    return await runAs(SYSTEM, () => work({ get: (service) => app.get(service, { strict: false }) }));
  } finally {
    await app.close();
  }
}
