import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config';
import { createHttpApp } from '#platform/http';
import type { Logger } from '#platform/log';
import { measureRequests } from '#platform/metrics';
import { about } from './about.js';
import { apiModule } from './api.module.js';
import { limitRequests } from './rate-limit.js';
import { secure } from './security.js';
import { serveWeb } from './web.js';

/** The whole API with the web application, ready to listen or to be asked in a test. */
export async function createApi(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const app = await createHttpApp(apiModule(config, logger), {
    ...about,
    logger,
    trustProxy: config.TRUST_PROXY,
  });
  measureRequests(app.getHttpAdapter().getInstance());
  secure(app, config);
  await limitRequests(app, config);
  await serveWeb(app, config);
  await app.init();
  return app;
}
