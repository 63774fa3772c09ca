/** Prints the OpenAPI document of the API on stdout, with no database and no configuration; the web client is made from it. */
import 'reflect-metadata';
import { loadConfig } from '#platform/config';
import { describeApi } from '#platform/http';
import { createLogger } from '#platform/log';
import { about } from './about.js';
import { apiModule } from './api.module.js';

const nowhere = { DATABASE_URL: 'postgres://nobody@localhost/none', MIRPS_SECRET: 'x'.repeat(32) };
const logger = createLogger('silent', 'describe');
const document = await describeApi(apiModule(loadConfig(nowhere), logger), { ...about, logger });
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`, () => process.exit(0));
