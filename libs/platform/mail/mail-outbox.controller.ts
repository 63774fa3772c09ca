import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { validate as isUuid } from 'uuid';
import {
  Can,
  Instant,
  invalid,
  JsonObject,
  LongText,
  notFound,
  Operation,
  type Page,
  pageOf,
  PageQuery,
  pageSchema,
  parseCursor,
  Text,
  Uuid,
} from '#platform/http';
import { mailPolicy } from './mail-policy.js';
import { type KeptMail, type KeptMailBody, MailOutbox } from './mail-outbox.js';

/** A mail that was kept because no SMTP server is configured. */
export class KeptMailDto implements KeptMail {
  @Uuid()
  id: string;

  @Text({ example: '<reminder.0192f3a0@tracker.example>' })
  messageId: string;

  @Text({ example: 'ana.perez@demo.example' })
  recipient: string;

  @Text({ example: 'Tiene 3 actualizaciones pendientes' })
  subject: string;

  @Instant()
  createdAt: Date;
}

export class KeptMailBodyDto extends KeptMailDto implements KeptMailBody {
  @Text({ example: 'MIRPS tracker <tracker@mirps.example>' })
  sender: string;

  @LongText({ example: 'Estimada Ana: …' })
  text: string;

  @LongText({ optional: true, description: 'Show it in a frame without scripts' })
  html: string | null;

  @JsonObject({
    description: 'Further headers by name',
    example: { 'List-Unsubscribe': '<https://tracker.example/settings>' },
  })
  headers: Record<string, string>;
}

@ApiTags('mail')
@Controller('api/mail-outbox')
export class MailOutboxController {
  constructor(@Inject(MailOutbox) private readonly outbox: MailOutbox) {}

  @Get()
  @Can('mail_outbox.read')
  @Operation({
    summary: 'Mails kept because no SMTP server is configured, newest first',
    response: pageSchema(KeptMailDto),
  })
  async list(@Query() { limit, cursor }: PageQuery): Promise<Page<KeptMail>> {
    const before = cursor ? String(parseCursor(cursor, 1)[0]) : undefined;
    if (before !== undefined && !isUuid(before))
      throw invalid('cursor', { en: 'is not a cursor of this list', es: 'no es un cursor de esta lista' });
    return pageOf(await this.outbox.list(limit + 1, before), limit, ({ id }) => [id]);
  }

  @Get(':id')
  @Can('mail_outbox.read')
  @Operation({
    summary: 'One kept mail with its text and HTML',
    response: KeptMailBodyDto,
    errors: ['not_found'],
  })
  async find(@Param('id', ParseUUIDPipe) id: string): Promise<KeptMailBody> {
    const mail = await this.outbox.find(id);
    if (!mail) throw notFound(MAIL);
    return mail;
  }

  @Get(':id/html')
  @Can('mail_outbox.read')
  @Header('cache-control', 'private, no-store')
  @Header('content-type', 'text/html; charset=utf-8')
  @Operation({
    summary: 'The HTML of a kept mail, to be shown in a frame; it runs and loads nothing',
    errors: ['not_found'],
    produces: ['text/html'],
    example: '<!doctype html><html lang="es">…</html>',
  })
  async html(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { html } = await this.find(id);
    if (html === null) throw notFound(MAIL);
    void reply.header('content-security-policy', mailPolicy(html));
    return html;
  }
}

const MAIL = { en: 'mail', es: 'el correo' };
