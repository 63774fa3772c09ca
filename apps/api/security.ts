import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '#platform/config';
import { isFromOurPages } from '#features/identity';
import { forbidden } from '#platform/http';

/** Methods that change nothing. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What browsers may load here, and who may write: only our own pages. */
export async function secure(app: NestFastifyApplication, config: Config): Promise<void> {
  const overTls = config.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Components set their sizes and colours in style elements and attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(overTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, _reply, done) => {
      done(READING.has(request.method) || isFromOurPages(config, request.headers) ? undefined : foreignPage(config));
    });
}

const foreignPage = (config: Config): Error =>
  forbidden({
    en: `This page may not write here. Open the tracker at ${config.publicUrl}.`,
    es: `Esta página no puede escribir aquí. Abra el sistema en ${config.publicUrl}.`,
  });
