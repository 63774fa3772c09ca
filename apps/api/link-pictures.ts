import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  cardText,
  LinkCards,
  type LinkPicture,
  LinkPictures,
  pictureTag,
  plainPicture,
} from '#features/site';
import { type Lang, publicAnswer } from '#platform/http';
import { LOGGER } from '#platform/log';
import type { Logger } from 'pino';

/** What of a page's question changes what it shows. */
const ASKED = ['cycle', 'area', 'forum'] as const;

/**
 * Serves the pictures that links to public pages show, under the address of the page: `/picture/es/states/MX.png`.
 * @returns which picture a page has
 */
export function linkPictures(
  app: NestFastifyApplication,
): (path: string, question: URLSearchParams, lang: Lang) => Promise<LinkPicture> {
  const cards = app.get(LinkCards);
  const pictures = app.get(LinkPictures);
  const log = app.get<Logger>(LOGGER);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/picture/:lang/*', async (request: FastifyRequest, reply: FastifyReply) => {
      const { lang, '*': rest } = request.params as { lang: string; '*': string };
      const spoken = lang === 'en' ? 'en' : 'es';
      const question = new URL(request.url, 'http://site').searchParams;
      const path = /^(.*)\.png$/.exec(rest)?.[1];
      const card =
        path !== undefined && lang === spoken ? await cards.at(`/${path}`, question, spoken) : undefined;
      if (!card) return reply.callNotFound();
      try {
        const sent = publicAnswer(request, reply, await pictures.of(card));
        // Others show it from where it is.
        return await reply
          .headers({ 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin' })
          .send(sent);
      } catch (error) {
        log.error({ err: error }, 'no picture could be drawn');
        return reply.redirect(plainPicture(spoken).path);
      }
    });

  return async (path, question, lang) => {
    const card = await cards.at(path, question, lang);
    if (!card) return plainPicture(lang);
    const asked = ASKED.flatMap((name): [string, string][] => {
      const value = question.get(name);
      return value === null ? [] : [[name, value]];
    });
    // The number of the content stands in the address, because networks keep for long what they fetched once.
    const search = new URLSearchParams([...asked, ['v', pictureTag(card)]]);
    return { path: `/picture/${lang}${path}.png?${search.toString()}`, text: cardText(card) };
  };
}
