import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Operation, type Page, pageSchema, sendAttachment } from '#platform/http';
import { AuditChecks } from './audit-checks.service.js';
import { AuditEntryDto, AuditFilter, AuditQuery, ChainDayDto, ChainDayQuery } from './audit.dto.js';
import { AuditExport } from './audit.export.js';
import { AuditQueries } from './audit.queries.js';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(
    @Inject(AuditQueries) private readonly entries: AuditQueries,
    @Inject(AuditExport) private readonly exports: AuditExport,
    @Inject(AuditChecks) private readonly checks: AuditChecks,
  ) {}

  @Get()
  @Can('audit.read')
  @Operation({
    summary: 'Changes, newest first: who, when, what, before, after, why',
    response: pageSchema(AuditEntryDto),
  })
  list(@Query() query: AuditQuery): Promise<Page<AuditEntryDto>> {
    return this.entries.list(query);
  }

  @Get('actions')
  @Can('audit.survey')
  @Operation({
    summary: 'Every action of which there is an entry',
    example: ['update.approve', 'update.save'],
  })
  actions(): Promise<string[]> {
    return this.entries.actions();
  }

  @Get('chain')
  @Can('audit.survey')
  @Operation({
    summary: 'How the chain of a day stands, and when the trail was last verified',
    response: ChainDayDto,
  })
  chain(@Query() { day }: ChainDayQuery): Promise<ChainDayDto> {
    return this.checks.ofDay(day);
  }

  @Get('export.csv')
  @Can('audit.read')
  @Operation({
    summary: 'The trail as CSV, newest first; taking it is on record',
    produces: ['text/csv'],
    example: 'id,at,actorId\n',
  })
  async csv(
    @Query() filter: AuditFilter,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAttachment(request, reply, 'audit.csv', await this.exports.stream(filter, 'csv'));
  }

  @Get('export.jsonl')
  @Can('audit.read')
  @Operation({
    summary: 'The trail as JSON Lines, newest first; taking it is on record',
    produces: ['application/x-ndjson'],
    example: '{"id":1024,"at":"2024-07-01T15:00:00+00:00"}\n',
  })
  async lines(
    @Query() filter: AuditFilter,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAttachment(request, reply, 'audit.jsonl', await this.exports.stream(filter, 'jsonl'));
  }
}
