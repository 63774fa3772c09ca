import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Operation, type Page, pageSchema } from '#platform/http';
import { AuditEntryDto, AuditQuery } from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(@Inject(AuditQueries) private readonly entries: AuditQueries) {}

  @Get()
  @Can('audit.read')
  @Operation({
    summary: 'Changes, newest first: who, when, what, before, after, why',
    response: pageSchema(AuditEntryDto),
  })
  list(@Query() query: AuditQuery): Promise<Page<AuditEntryDto>> {
    return this.entries.list(query);
  }
}
