import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
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
import { CreateCycle, CycleDays, CycleDto } from './cycle.dto.js';
import { CYCLE_EXAMPLE as example } from './cycle.examples.js';
import { CyclesService } from './cycles.service.js';

@ApiTags('cycles')
@Controller('api/cycles')
export class CyclesController {
  constructor(@Inject(CyclesService) private readonly cycles: CyclesService) {}

  @Get()
  @Public()
  @Operation({ summary: 'All reporting cycles, latest first', response: [CycleDto], example: [example] })
  list(): Promise<CycleDto[]> {
    return this.cycles.list();
  }

  @Get(':key')
  @Public()
  @Versioned()
  @Operation({ summary: 'One reporting cycle', response: CycleDto, example, errors: ['not_found'] })
  get(@Param('key') key: string): Promise<CycleDto> {
    return this.cycles.get(key);
  }

  @Post()
  @Can('cycle.manage')
  @Versioned()
  @Idempotent()
  @Operation({ summary: 'Plan a cycle', response: CycleDto, example, status: 201, errors: ['conflict'] })
  create(@CurrentActor() actor: Actor, @Body() input: CreateCycle): Promise<CycleDto> {
    return this.cycles.create(actor, input);
  }

  @Put(':key/dates')
  @Can('cycle.manage')
  @Versioned({ write: true })
  @Operation({
    summary: 'Move the days of a cycle that is planned or open',
    response: CycleDto,
    example,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  setDates(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @IfMatch() version: number,
    @Body() days: CycleDays,
  ): Promise<CycleDto> {
    return this.cycles.setDates(actor, key, version, days);
  }

  @Post(':key/open')
  @Can('cycle.manage')
  @Versioned()
  @Operation({
    summary: 'Open a planned cycle, with one contribution for every State',
    response: CycleDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  open(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<CycleDto> {
    return this.cycles.open(actor, key);
  }

  @Post(':key/start-review')
  @Can('cycle.manage')
  @Versioned()
  @Operation({
    summary: 'Hand an open cycle to the Presidency for review',
    response: CycleDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  startReview(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<CycleDto> {
    return this.cycles.startReview(actor, key);
  }

  @Post(':key/publish')
  @Can('region.publish')
  @Versioned()
  @Operation({
    summary: 'Publish an endorsed cycle with everything approved in it',
    response: CycleDto,
    example: { ...example, state: 'published' },
    errors: ['not_found', 'conflict'],
  })
  publish(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<CycleDto> {
    return this.cycles.publish(actor, key);
  }
}
