import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  Operation,
  type Page,
  pageSchema,
  Public,
  Versioned,
} from '#platform/http';
import { CreateFact, FactsQuery, FreeFactContent } from './fact.dto.js';
import { FactDto } from './fact.views.js';
import { FactsQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';
import { Reason } from './update.dto.js';
import { EXAMPLES } from './update.examples.js';

const example = EXAMPLES.fact;

@ApiTags('facts')
@Controller('api/facts')
export class FactsController {
  constructor(
    @Inject(FactsService) private readonly facts: FactsService,
    @Inject(FactsQueries) private readonly queries: FactsQueries,
  ) {}

  @Get()
  @Public('update.read')
  @Operation({
    summary: 'Facts with their figures',
    response: pageSchema(FactDto),
    example: { items: [example], nextCursor: null },
  })
  list(@CurrentActor() actor: Actor, @Query() query: FactsQuery): Promise<Page<FactDto>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Public('update.read')
  @Versioned()
  @Operation({ summary: 'One fact', response: FactDto, example, errors: ['not_found'] })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FactDto> {
    return this.queries.get(actor, id);
  }

  @Post()
  @Can('fact.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Write a fact that no commitment answers',
    response: FactDto,
    example,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: CreateFact): Promise<FactDto> {
    return this.facts.create(actor, input);
  }

  @Put(':id')
  @Can('fact.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Save a draft or a returned fact whole',
    response: FactDto,
    example,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: FreeFactContent,
  ): Promise<FactDto> {
    return this.facts.save(actor, id, version, input);
  }

  @Post(':id/submit')
  @Can('fact.write')
  @Versioned()
  @Operation({
    summary: 'Hand a fact to the reviewer',
    response: FactDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  submit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FactDto> {
    return this.facts.submit(actor, id);
  }

  @Post(':id/return')
  @Can('update.review')
  @Versioned()
  @Operation({
    summary: 'Return a submitted fact with a reason',
    response: FactDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  returnForChanges(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: Reason,
  ): Promise<FactDto> {
    return this.facts.returnForChanges(actor, id, reason);
  }

  @Post(':id/approve')
  @Can('update.review')
  @Versioned()
  @Operation({
    summary: 'Approve a submitted fact',
    response: FactDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FactDto> {
    return this.facts.approve(actor, id);
  }
}
