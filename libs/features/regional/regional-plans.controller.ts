import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
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
  RegionalPlanBody,
  RegionalPlansQuery,
  RegionalPlanView,
  RegionalYears,
  YearParam,
} from './regional-plan.dto.js';
import { RegionalPlansService } from './regional-plans.service.js';
import { PLAN_EXAMPLE as example } from './regional.examples.js';

export const SEEN = 'With the version that you read as If-Match; "0" when nothing was there.';
export const WRITE = ['not_found', 'stale', 'precondition_required'] as const;

@ApiTags('regional')
@Controller('api/regional')
export class RegionalPlansController {
  constructor(@Inject(RegionalPlansService) private readonly regional: RegionalPlansService) {}

  @Get('years')
  @Public()
  @Operation({
    summary: 'Years of which the regional layer knows anything, and whether you may write',
    response: RegionalYears,
    example: { years: ['2024'], mayWrite: false },
  })
  years(@CurrentActor() actor: Actor): Promise<RegionalYears> {
    return this.regional.years(actor);
  }

  @Get('plans')
  @Public()
  @Operation({
    summary: 'Regional Action Plans, the newest first',
    response: [RegionalPlanView],
    example: [example],
  })
  plans(@Query() query: RegionalPlansQuery): Promise<RegionalPlanView[]> {
    return this.regional.plans(query);
  }

  @Get('plans/:year')
  @Public()
  @Versioned()
  @Operation({
    summary: 'The Regional Action Plan of a year',
    response: RegionalPlanView,
    example,
    errors: ['not_found'],
  })
  plan(@Param() { year }: YearParam): Promise<RegionalPlanView> {
    return this.regional.plan(year);
  }

  @Put('plans/:year')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write the Regional Action Plan of a year, whole',
    description: SEEN,
    response: RegionalPlanView,
    example,
    errors: WRITE,
  })
  putPlan(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParam,
    @IfMatch() seen: number,
    @Body() input: RegionalPlanBody,
  ): Promise<RegionalPlanView> {
    return this.regional.putPlan(actor, year, input, seen);
  }
}
