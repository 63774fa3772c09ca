import { Body, Controller, Delete, Get, Inject, Param, Put, Query } from '@nestjs/common';
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
import { PresidenciesService } from './presidencies.service.js';
import { PresidenciesQuery, PresidencyBody, PresidencyDto, PresidencyParam } from './state.dto.js';
import { PRESIDENCY } from './state.examples.js';
import { StatesService } from './states.service.js';

const WRITE = ['not_found', 'stale', 'precondition_required'] as const;

@ApiTags('states')
@Controller('api/presidencies')
export class PresidenciesController {
  constructor(
    @Inject(StatesService) private readonly states: StatesService,
    @Inject(PresidenciesService) private readonly presidencies: PresidenciesService,
  ) {}

  @Get()
  @Public()
  @Operation({
    summary: 'Pro-tempore Presidencies by their real dates',
    response: [PresidencyDto],
    example: [PRESIDENCY],
  })
  async list(@Query() query: PresidenciesQuery): Promise<PresidencyDto[]> {
    if (query.on === undefined) return this.states.presidencies();
    const holding = await this.states.presidencyAt(query.on);
    return holding ? [holding] : [];
  }

  @Put(':year')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write the term of a Presidency',
    description:
      'If-Match is the version that was seen; 0 for a term that is not there yet. Terms do not overlap.',
    response: PresidencyDto,
    example: PRESIDENCY,
    errors: WRITE,
  })
  put(
    @CurrentActor() actor: Actor,
    @Param() { year }: PresidencyParam,
    @IfMatch() seen: number,
    @Body() body: PresidencyBody,
  ): Promise<PresidencyDto> {
    return this.presidencies.put(actor, year, seen, body);
  }

  @Delete(':year')
  @Can('regional.write')
  @Versioned({ write: true })
  @Operation({ summary: 'Take a term away that was entered by mistake', status: 204, errors: WRITE })
  remove(
    @CurrentActor() actor: Actor,
    @Param() { year }: PresidencyParam,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.presidencies.remove(actor, year, seen);
  }
}
