import { Body, Controller, Get, Inject, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  IfMatch,
  Operation,
  type Page,
  pageSchema,
  Public,
  Versioned,
} from '#platform/http';
import { InstitutionsService } from './institutions.service.js';
import {
  AreaDto,
  AreasQuery,
  InstitutionDto,
  InstitutionInput,
  InstitutionsQuery,
  StateChange,
  StateDto,
  TermDto,
  TermsQuery,
} from './state.dto.js';
import { AREA, INSTITUTION, STATE, TERM } from './state.examples.js';
import { StatesService } from './states.service.js';

@ApiTags('states')
@Controller('api')
export class StatesController {
  constructor(
    @Inject(StatesService) private readonly states: StatesService,
    @Inject(InstitutionsService) private readonly bodies: InstitutionsService,
  ) {}

  @Get('states')
  @Public()
  @Operation({ summary: 'The States of the framework', response: [StateDto], example: [STATE] })
  list(): Promise<StateDto[]> {
    return this.states.list();
  }

  @Get('states/:code')
  @Public()
  @Versioned()
  @Operation({ summary: 'One State', response: StateDto, example: STATE, errors: ['not_found'] })
  get(@Param('code') code: string): Promise<StateDto> {
    return this.states.get(code);
  }

  @Patch('states/:code')
  @Can('state.manage')
  @Versioned({ write: true })
  @Operation({
    summary: 'Change what a State decides for itself',
    response: StateDto,
    example: STATE,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  change(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() change: StateChange,
  ): Promise<StateDto> {
    return this.states.change(actor, code, version, change);
  }

  @Get('areas')
  @Public()
  @Operation({
    summary: 'Areas: the shared ones and the States’ own',
    response: [AreaDto],
    example: [AREA],
    errors: ['not_found'],
  })
  areas(@Query() query: AreasQuery): Promise<AreaDto[]> {
    return query.state ? this.states.areasOf(query.state) : this.states.areas();
  }

  @Get('terms')
  @Public()
  @Operation({
    summary: 'Names of the words that commitments and figures use by key',
    response: [TermDto],
    example: [TERM],
  })
  terms(@Query() query: TermsQuery): Promise<TermDto[]> {
    return this.states.terms(query.list);
  }

  @Get('institutions')
  @Public()
  @Operation({
    summary: 'Institutions, by key',
    response: pageSchema(InstitutionDto),
    example: { items: [INSTITUTION], nextCursor: null },
  })
  institutions(@Query() query: InstitutionsQuery): Promise<Page<InstitutionDto>> {
    return this.bodies.list(query);
  }

  @Get('institutions/:key')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One institution',
    response: InstitutionDto,
    example: INSTITUTION,
    errors: ['not_found'],
  })
  institution(@Param('key') key: string): Promise<InstitutionDto> {
    return this.bodies.get(key);
  }

  @Put('institutions/:key')
  @Can('state.manage')
  @Versioned({ write: true })
  @Operation({
    summary: 'Add an institution or correct its names',
    description: 'With the version that you read as If-Match; "0" when nothing was there.',
    response: InstitutionDto,
    example: INSTITUTION,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  putInstitution(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @IfMatch() seen: number,
    @Body() input: InstitutionInput,
  ): Promise<InstitutionDto> {
    return this.bodies.put(actor, key, input, seen);
  }
}
