import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  Operation,
  Public,
  Versioned,
} from '#platform/http';
import {
  CreateMechanism,
  MechanismBody,
  MechanismsQuery,
  MechanismSummary,
  MechanismView,
} from './mechanism.dto.js';
import { MECHANISM_EXAMPLE as example, SUMMARY_EXAMPLE } from './mechanism.examples.js';
import { MechanismsService } from './mechanisms.service.js';

@ApiTags('mechanisms')
@Controller('api/mechanisms')
export class MechanismsController {
  constructor(@Inject(MechanismsService) private readonly mechanisms: MechanismsService) {}

  @Get()
  @Public()
  @Operation({
    summary: 'Roundtables, working groups and commissions of the States',
    response: [MechanismSummary],
    example: [SUMMARY_EXAMPLE],
  })
  list(@Query() query: MechanismsQuery): Promise<MechanismSummary[]> {
    return this.mechanisms.list(query);
  }

  @Get(':id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One mechanism with its members, sessions and agreements',
    response: MechanismView,
    example,
    errors: ['not_found'],
  })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<MechanismView> {
    return this.mechanisms.get(id);
  }

  @Post()
  @Can('mechanism.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Add a mechanism of a State',
    response: MechanismView,
    example,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: CreateMechanism): Promise<MechanismView> {
    return this.mechanisms.create(actor, input);
  }

  @Put(':id')
  @Can('mechanism.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a mechanism whole, with its members, sessions and agreements',
    response: MechanismView,
    example,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: MechanismBody,
  ): Promise<MechanismView> {
    return this.mechanisms.save(actor, id, version, input);
  }
}
