import { Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Lang, OneOf, Operation, Public, Text, Uuid } from '#platform/http';
import { REMINDER_STOP_POLICY, reminderStopPage } from './reminder-stop.page.js';
import { ReminderStops } from './reminder-stops.service.js';

class ReminderAddress {
  @Uuid()
  person: string;

  @Text({ max: 64, description: 'As the link in the mail has it', example: 'Yq3v0b8F…' })
  key: string;

  @OneOf(['en', 'es'], { optional: true })
  lang?: Lang;
}

const PAGE = '<!doctype html><html lang="en">…</html>';

/** Where a mail's List-Unsubscribe leads. */
@ApiTags('reminders')
@Controller('account/reminders')
export class ReminderStopController {
  constructor(@Inject(ReminderStops) private readonly stops: ReminderStops) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', REMINDER_STOP_POLICY)
  @Header('content-type', 'text/html; charset=utf-8')
  @Operation({
    summary: 'A page to stop reminders by mail, or to receive them again; its address is in each mail',
    errors: ['not_found'],
    produces: ['text/html'],
    example: PAGE,
  })
  async show(@Query() { person, key, lang = 'es' }: ReminderAddress): Promise<string> {
    return reminderStopPage(await this.stops.isStopped(person, key), lang);
  }

  @Post()
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', REMINDER_STOP_POLICY)
  @Header('content-type', 'text/html; charset=utf-8')
  @Operation({
    summary:
      'Stop reminders by mail in one step (RFC 8058); with the form field choice=resume, receive them again',
    errors: ['not_found'],
    produces: ['text/html'],
    example: PAGE,
  })
  async set(
    @Query() { person, key, lang = 'es' }: ReminderAddress,
    @Req() { body }: FastifyRequest,
  ): Promise<string> {
    const resume = typeof body === 'object' && body !== null && 'choice' in body && body.choice === 'resume';
    await this.stops.set(person, key, !resume);
    return reminderStopPage(!resume, lang);
  }
}
