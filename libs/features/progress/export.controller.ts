import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Can, CurrentActor, Operation, Whole } from '#platform/http';
import { type ExportFormat, UpdatesExport } from './updates.export.js';

export class ExportQuery {
  @Whole({ min: 2018, max: 2100, example: 2024 })
  year: number;
}

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

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
    format: ExportFormat,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const bytes: Readable = await this.exports.stream(actor, year, format);
    if (request.raw.destroyed || reply.raw.destroyed) {
      bytes.destroy(); // the caller left while waiting for a turn
      return;
    }
    void reply
      .header('content-type', TYPES[format])
      .header('content-disposition', `attachment; filename="updates-${year}.${format}"`)
      .send(bytes);
  }
}
