import { Body, Controller, Delete, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
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
import type { IndicatorAggregate } from './aggregation.rules.js';
import {
  FrameworkDto,
  IndicatorBody,
  IndicatorDto,
  IndicatorsQuery,
  IndicatorSummary,
  NewIndicator,
} from './indicator.dto.js';
import { AggregateQuery, NewObservation, ObservationDto, SeriesDto, SeriesQuery } from './observation.dto.js';
import {
  FRAMEWORK_EXAMPLE,
  INDICATOR_EXAMPLE as example,
  OBSERVATION_EXAMPLE,
  SERIES_EXAMPLE,
} from './indicator.examples.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsService } from './indicators.service.js';
import { ObservationsService } from './observations.service.js';

@ApiTags('indicators')
@Controller('api')
export class IndicatorsController {
  constructor(
    @Inject(IndicatorsQueries) private readonly queries: IndicatorsQueries,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(ObservationsService) private readonly observations: ObservationsService,
  ) {}

  @Get('frameworks')
  @Public()
  @Operation({
    summary: 'Frameworks of indicators, side by side',
    response: [FrameworkDto],
    example: [FRAMEWORK_EXAMPLE],
  })
  frameworks(): Promise<FrameworkDto[]> {
    return this.queries.frameworks();
  }

  @Get('indicators')
  @Public()
  @Operation({
    summary: 'Indicators by framework, level and code',
    response: pageSchema(IndicatorSummary),
    example: { items: [{ ...example, seriesCount: 2, latestYear: 2024 }], nextCursor: null },
  })
  list(@Query() query: IndicatorsQuery): Promise<Page<IndicatorSummary>> {
    return this.queries.list(query);
  }

  @Post('indicators')
  @Can('indicator.manage')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Define an indicator',
    response: IndicatorDto,
    example,
    status: 201,
    errors: ['conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: NewIndicator): Promise<IndicatorDto> {
    return this.indicators.create(actor, input);
  }

  @Get('indicators/:id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'What an indicator measures',
    response: IndicatorDto,
    example,
    errors: ['not_found'],
  })
  get(@Param('id') id: string): Promise<IndicatorDto> {
    return this.queries.get(id);
  }

  @Put('indicators/:id')
  @Can('indicator.manage')
  @Versioned({ write: true })
  @Operation({
    summary: 'Change what an indicator says of itself',
    response: IndicatorDto,
    example,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: IndicatorBody,
  ): Promise<IndicatorDto> {
    return this.indicators.change(actor, id, version, body);
  }

  @Get('indicators/:id/series')
  @Public()
  @Operation({
    summary: 'Series of an indicator: baseline, target, actual, parts, all sources, and data notes',
    response: [SeriesDto],
    example: [SERIES_EXAMPLE],
    errors: ['not_found'],
  })
  series(@Param('id') id: string, @Query() query: SeriesQuery): Promise<SeriesDto[]> {
    return this.queries.series(id, query);
  }

  @Get('indicators/:id/aggregate')
  @Public()
  @Operation({
    summary: 'Totals put together over places or over time, by the rule that the indicator states',
    example: {
      aggregates: [],
      withoutValue: { unknown: 1, not_reported: 0, carried_forward: 0, not_applicable: 0 },
      notAggregated: false,
    },
    errors: ['not_found'],
  })
  aggregate(@Param('id') id: string, @Query() query: AggregateQuery): Promise<IndicatorAggregate> {
    return this.indicators.aggregate(id, query);
  }

  @Post('indicators/:id/observations')
  @Can('observation.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Add a value; another source’s value for the same period stays beside it',
    response: ObservationDto,
    example: OBSERVATION_EXAMPLE,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  observe(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() input: NewObservation,
  ): Promise<ObservationDto> {
    return this.observations.add(actor, id, input);
  }

  @Put('indicators/:id/commitments/:commitmentId')
  @Can('observation.write')
  @Operation({ summary: 'Link an indicator with a commitment', status: 204, errors: ['not_found'] })
  link(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('commitmentId') commitmentId: string,
  ): Promise<void> {
    return this.indicators.link(actor, id, commitmentId, true);
  }

  @Delete('indicators/:id/commitments/:commitmentId')
  @Can('observation.write')
  @Operation({ summary: 'Take such a link away', status: 204, errors: ['not_found'] })
  unlink(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('commitmentId') commitmentId: string,
  ): Promise<void> {
    return this.indicators.link(actor, id, commitmentId, false);
  }
}
