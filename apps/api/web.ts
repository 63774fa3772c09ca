import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The built web application, beside this program in the build. */
const BUILT = fileURLToPath(new URL('../../web/', import.meta.url));

/** Addresses that belong to the API: what is missing there is missing, and not a page of the application. */
const OF_THE_API = /^\/(api|health|metrics)(\/|\?|$)/;

/** Serves the web application, if it is built: files as they are, every other address as its one page. */
export async function serveWeb(app: NestFastifyApplication, folder: string = BUILT): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) return;
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    // File names in assets/ carry a hash of their content; everything else is asked for again.
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', { exposeHeadRoute: true }, (request: FastifyRequest, reply: FastifyReply) => {
      const path = new URL(request.url, 'http://web').pathname;
      if (OF_THE_API.test(path)) return reply.callNotFound();
      return reply.sendFile(/\.\w+$/.test(path) ? path : 'index.html');
    });
}
