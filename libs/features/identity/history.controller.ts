import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEntryDto, AuditQueries, AuditQuery } from '#features/audit';
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
import { HISTORY_OF, sightOf, type WithHistory } from './history.rules.js';

class HistoryQuery extends PageQuery {
  @OneOf(Object.keys(HISTORY_OF), { description: 'What it is', example: 'update' })
  entity: WithHistory;

  @Text({ max: 100, description: 'Its id', example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11' })
  id: string;
}

@ApiTags('audit')
@Controller('api/history')
export class HistoryController {
  constructor(@Inject(AuditQueries) private readonly entries: AuditQueries) {}

  @Get()
  @Can('history.read')
  @Operation({
    summary: 'What happened to one thing, newest first, for those who work with it',
    response: pageSchema(AuditEntryDto),
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() { entity, id, limit, cursor }: HistoryQuery,
  ): Promise<Page<AuditEntryDto>> {
    const query: AuditQuery = { entity, entityId: id, limit, cursor };
    return this.entries.list(query, sightOf(actor, entity));
  }
}
