import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName } from '#features/identity';
import type { Config } from '#platform/config';
import { type EarlyLinks, earlyLinks } from './early-files.js';
import { contentSecurityPolicy } from './security.js';
import { publicSite } from './site.js';

/** The built web application, beside this program in the build. */
const BUILT = fileURLToPath(new URL('../../web/', import.meta.url));

/** Addresses that belong to the API: what is missing there is missing, and not a page of the application. */
const OF_THE_API = /^\/(api|health|metrics)(\/|\?|$)/;

/** Where the build leaves room for the nonce of an answer; `cspNonce` in apps/web/vite.config.ts. */
const NONCE_PLACE = '__CSP_NONCE__';

/** File names in assets/ carry a hash of their content, icons hardly ever change; everything else is asked for again. */
function kept(path: string): string {
  if (/[\\/]assets[\\/]/.test(path)) return 'public, max-age=31536000, immutable';
  return /icon[\w-]*\.(svg|png)$/.test(path) ? 'public, max-age=86400' : 'no-cache';
}

/** Serves the web application, if it is built: files as they are, every other address as its one page. */
export async function serveWeb(
  app: NestFastifyApplication,
  config: Config,
  folder: string = BUILT,
): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) return;
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', kept(path));
    },
  });
  const early = earlyLinks(folder);
  const site = await publicSite(app, config, folder);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', { exposeHeadRoute: true }, async (request: FastifyRequest, reply: FastifyReply) => {
      const path = new URL(request.url, 'http://web').pathname;
      if (OF_THE_API.test(path)) return reply.callNotFound();
      if (/\.\w+$/.test(path) && !/^\/(index|site)\.html$/.test(path)) return reply.sendFile(path);
      const answered = await site.answer(request, reply);
      if (answered) return answered;
      const links = early({
        path,
        acceptLanguage: request.headers['accept-language'],
        signedIn: request.headers.cookie?.includes(`${sessionCookieName(config)}=`) ?? false,
      });
      return sendPage(reply, config, { file: `${folder}/index.html`, links });
    });
}

/** The one page, with a nonce that nobody can know before. */
async function sendPage(
  reply: FastifyReply,
  config: Config,
  { file, links }: { file: string; links: EarlyLinks },
): Promise<FastifyReply> {
  const nonce = randomBytes(18).toString('base64');
  const page = (await readFile(file, 'utf8'))
    .replaceAll(NONCE_PLACE, nonce)
    .replace('<link', () => `${links.answers}<link`)
    .replace('</head>', () => `${links.files}</head>`);
  return reply
    .headers({
      'content-security-policy': contentSecurityPolicy(config, nonce),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    })
    .send(page);
}
