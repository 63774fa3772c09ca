import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AUDITED_KINDS, type AuditedKind, AuditEntryDto, AuditQueries } from '#features/audit';
import {
  type Actor,
  Can,
  CurrentActor,
  OneOf,
  Operation,
  type Page,
  PageQuery,
  pageSchema,
  Text,
} from '#platform/http';
import { sightOf } from './history.rules.js';

class HistoryQuery extends PageQuery {
  @OneOf(AUDITED_KINDS, { description: 'What it is', example: 'update' })
  entity: AuditedKind;

  @Text({
    optional: true,
    max: 100,
    description: 'Its id; default: everything of the kind',
    example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  })
  id?: string;

  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], description: 'State code', example: 'MX' })
  state?: string;
}

@ApiTags('audit')
@Controller('api/history')
export class HistoryController {
  constructor(@Inject(AuditQueries) private readonly entries: AuditQueries) {}

  @Get()
  @Can('history.read')
  @Operation({
    summary: 'What happened to one thing or to all of a kind, newest first, for those who work with it',
    response: pageSchema(AuditEntryDto),
  })
  list(@CurrentActor() actor: Actor, @Query() { id, ...query }: HistoryQuery): Promise<Page<AuditEntryDto>> {
    return this.entries.list({ ...query, entityId: id }, sightOf(actor, query.entity));
  }
}
