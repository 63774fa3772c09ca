import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName } from '#features/identity';
import {
  Embeds,
  langOfPath,
  missingEmbed,
  robotsTxt,
  siteHtml,
  SitePages,
  sitemapXml,
  withoutLang,
} from '#features/site';
import type { Config } from '#platform/config';
import { currentRequest, type Lang, publicAnswer } from '#platform/http';
import { linkPictures } from './link-pictures.js';
import { contentSecurityPolicy } from './security.js';

const HTML = 'text/html; charset=utf-8';

/** The public site among the pages that this program serves. */
export interface PublicSite {
  /**
   * Answers the address of a public page; of a page that the application has, too, only for who has no session.
   * @returns undefined when the address is the application's
   */
  answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
}

/** Serves what search engines ask for, and gives what answers the addresses of pages. */
export async function publicSite(
  app: NestFastifyApplication,
  config: Config,
  folder: string,
): Promise<PublicSite> {
  const pages = app.get(SitePages);
  const template = await readFile(`${folder}/site.html`, 'utf8');
  const siteUrl = config.publicUrl;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/robots.txt', (request: FastifyRequest, reply: FastifyReply) =>
    send(request, reply, 'text/plain; charset=utf-8', robotsTxt(siteUrl)),
  );
  fastify.get('/sitemap.xml', async (request: FastifyRequest, reply: FastifyReply) =>
    send(request, reply, 'application/xml; charset=utf-8', sitemapXml(await pages.all(), siteUrl)),
  );

  const pictureOf = linkPictures(app);
  const embeds = app.get(Embeds);
  fastify.get('/embed/:lang/:chart', async (request: FastifyRequest, reply: FastifyReply) => {
    const { lang, chart: name } = request.params as { lang: string; chart: string };
    const spoken = lang === 'en' ? 'en' : 'es';
    const question = new URL(request.url, 'http://site').searchParams;
    const found = lang === spoken ? await embeds.page(name, question, spoken, siteUrl) : undefined;
    const { html, policy } = found ?? missingEmbed(spoken);
    // Only here may other sites put a page of ours into a frame.
    void reply
      .code(found ? 200 : 404)
      .removeHeader('x-frame-options')
      .headers({ 'content-security-policy': policy, 'cross-origin-resource-policy': 'cross-origin' });
    return send(request, reply, HTML, html);
  });

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    lang: Lang,
    url: URL,
  ): Promise<FastifyReply> {
    const path = withoutLang(url.pathname);
    const told = await pages.at(path, url.searchParams.get('cycle'));
    if ('to' in told) return reply.redirect(`/${lang}${told.to}`);
    const picture = await pictureOf(path, url.searchParams, lang);
    void reply.code(told.found ? 200 : 404).header('content-security-policy', contentSecurityPolicy(config));
    return send(request, reply, HTML, siteHtml(template, told, picture, lang, siteUrl));
  }

  /** Leads strangers from an address of the application to the same thing on the public site, where it is published. */
  async function lead(
    request: FastifyRequest,
    reply: FastifyReply,
    url: URL,
  ): Promise<FastifyReply | undefined> {
    if (url.pathname === '/' || hasSession(request, config)) return undefined;
    const told = await pages.at(url.pathname, url.searchParams.get('cycle'));
    const lang = currentRequest()?.lang ?? 'es';
    if ('to' in told) return reply.redirect(`/${lang}${told.to}`);
    return told.found ? reply.redirect(`/${lang}${url.pathname}${url.search}`) : undefined;
  }

  return {
    answer: (request, reply) => {
      const url = new URL(request.url, 'http://site');
      const lang = langOfPath(url.pathname);
      return lang ? page(request, reply, lang, url) : lead(request, reply, url);
    },
  };
}

/** Whether somebody may be signed in; whether they are is for the application to find out. */
const hasSession = ({ headers }: FastifyRequest, config: Config): boolean =>
  (headers.cookie ?? '').includes(`${sessionCookieName(config)}=`);

function send(request: FastifyRequest, reply: FastifyReply, type: string, content: string): FastifyReply {
  const sent = publicAnswer(request, reply, content);
  return reply.header('content-type', type).send(sent);
}
