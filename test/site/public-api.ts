import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createLogger } from '#platform/log';
import { createApi } from '../../apps/api/create-api.js';
import { copyOf } from '../harness/index.js';

export const SITE_URL = 'https://mirps.example.org';

/** The API in this process over the demo, for questions without a session. */
export interface PublicApi {
  app: NestFastifyApplication;
  database: Database;
  get: (
    url: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Record<string, unknown>; body: string }>;
  /** Another process of the API on the same database, which has read nothing yet. */
  again: () => Promise<PublicApi>;
  close: () => Promise<void>;
}

export async function openPublicApi(): Promise<PublicApi> {
  const { url, drop } = await copyOf('template_demo');
  return openOn(url, drop);
}

async function openOn(url: string, drop: () => Promise<void>): Promise<PublicApi> {
  const app = await createApi(
    loadConfig({
      DATABASE_URL: url,
      MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
      PUBLIC_URL: SITE_URL,
      DATA_LICENCE: 'CC-BY-3.0-IGO',
      REQUESTS_PER_MINUTE: '0',
    }),
    createLogger('silent', 'api'),
  );
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database: app.get(Database),
    get: async (address, headers = {}) => {
      const { statusCode, headers: sent, body } = await app.inject({ url: address, headers });
      return { status: statusCode, headers: sent, body };
    },
    again: () => openOn(url, () => Promise.resolve()),
    close: async () => {
      await app.close();
      await drop();
    },
  };
}
