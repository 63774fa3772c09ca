import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Can, CurrentActor, Operation, sendAttachment, Whole } from '#platform/http';
import { UpdatesExport } from './updates.export.js';

export class ExportQuery {
  @Whole({ min: 2018, max: 2100, example: 2024 })
  year: number;
}

@ApiTags('updates')
@Controller('api/updates')
export class ExportController {
  constructor(@Inject(UpdatesExport) private readonly exports: UpdatesExport) {}

  @Get('export.csv')
  @Can('export.read')
  @Operation({
    summary: 'All updates of a year as CSV',
    produces: ['text/csv'],
    example: 'updateId,state,commitment\n',
  })
  csv(
    @CurrentActor() actor: Actor,
    @Query() { year }: ExportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, year, 'csv', request, reply);
  }

  @Get('export.json')
  @Can('export.read')
  @Operation({ summary: 'All updates of a year as JSON', example: [] })
  json(
    @CurrentActor() actor: Actor,
    @Query() { year }: ExportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, year, 'json', request, reply);
  }

  private async send(
    actor: Actor,
    year: number,
    format: 'csv' | 'json',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    sendAttachment(
      request,
      reply,
      `updates-${year}.${format}`,
      await this.exports.stream(actor, year, format),
    );
  }
}
