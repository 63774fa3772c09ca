import { Body, Controller, Delete, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, IfMatch, Operation, Public, Versioned } from '#platform/http';
import { BUDGET_LINE, BudgetLineDto, BudgetQuery } from './budget.dto.js';
import { BudgetsQueries } from './budgets.queries.js';
import { ObservationBody, ObservationDto, PreferredSource } from './observation.dto.js';
import { OBSERVATION_EXAMPLE as example } from './indicator.examples.js';
import { ObservationsService } from './observations.service.js';

@ApiTags('indicators')
@Controller('api')
export class ObservationsController {
  constructor(
    @Inject(ObservationsService) private readonly observations: ObservationsService,
    @Inject(BudgetsQueries) private readonly budgets: BudgetsQueries,
  ) {}

  @Put('observations/:id')
  @Can('observation.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Correct a value',
    response: ObservationDto,
    example,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ObservationBody,
  ): Promise<ObservationDto> {
    return this.observations.change(actor, id, version, body);
  }

  @Delete('observations/:id')
  @Can('observation.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a value away',
    status: 204,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  remove(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.observations.remove(actor, id, version);
  }

  @Put('indicator-series/:id/preferred-source')
  @Can('observation.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Name the source that counts where several differ',
    description: 'With the version of the series as If-Match.',
    status: 204,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  prefer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { source }: PreferredSource,
  ): Promise<void> {
    return this.observations.prefer(actor, id, version, source ?? null);
  }

  @Get('frameworks/:key/budget')
  @Public()
  @Operation({
    summary: 'Budget of a framework by impact and outcome area',
    response: [BudgetLineDto],
    example: [BUDGET_LINE],
  })
  budget(@Param('key') key: string, @Query() query: BudgetQuery): Promise<BudgetLineDto[]> {
    return this.budgets.lines(key, query);
  }
}
