import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ApiTokens } from '#features/identity';
import type { Config } from '#platform/config';
import { DomainError } from '#platform/http';

/** What asks the database: the API, and the pages of the public site. */
const COUNTED = /^\/(api|en|es|embed|picture|sitemap\.xml)(\/|\?|$)/;

/**
 * So many requests to the API and the public site a minute from one address or with one token, counted in this process; answers tell in the
 * standard headers (`ratelimit-*`, `retry-after`) how many are left. Whole offices share an address, so the number is one that
 * no office reaches and a flood does.
 */
export async function limitRequests(app: NestFastifyApplication, config: Config): Promise<void> {
  if (config.REQUESTS_PER_MINUTE === 0) return;
  const tokens = app.get(ApiTokens);
  await app.register(rateLimit, {
    max: config.REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    // A made-up token counts for the address that it comes from, or a new one with every request would never be stopped.
    keyGenerator: (request: FastifyRequest) =>
      tokens.knownBearer(request.headers.authorization) ?? request.ip,
    allowList: (request: FastifyRequest) => !COUNTED.test(request.url),
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new DomainError('too_many', {
        en: `Too many requests. Wait ${seconds} seconds and go on more slowly.`,
        es: `Demasiadas solicitudes. Espere ${seconds} segundos y continúe más despacio.`,
      });
    },
  });
}
