import { Body, Controller, Delete, Get, Inject, Patch, Post, Put, Query } from '@nestjs/common';
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
  IdParam,
} from '#platform/http';
import { EditedCommitmentDto } from './commitment.dto.js';
import { CommitmentOrder, NewCommitment } from './commitment.input.js';
import { CommitmentsService } from './commitments.service.js';
import {
  AdoptInput,
  PlanChange,
  PlanDto,
  PlanInput,
  PlansQuery,
  PlanSummaryDto,
  ReviseInput,
} from './plan.dto.js';
import { COMMITMENT, PLAN, PLAN_SUMMARY } from './plan.examples.js';
import { PLAN as PLAN_NAME, PlansQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';

const EDIT_ERRORS = ['not_found', 'conflict', 'stale', 'precondition_required'] as const;

@ApiTags('plans')
@Controller('api/plans')
export class PlansController {
  constructor(
    @Inject(PlansQueries) private readonly queries: PlansQueries,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
  ) {}

  @Get()
  @Public('plan.read')
  @Operation({
    summary: 'Plan versions; drafts only for their own State',
    response: [PlanSummaryDto],
    example: [PLAN_SUMMARY],
  })
  list(@CurrentActor() actor: Actor, @Query() query: PlansQuery): Promise<PlanSummaryDto[]> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Can('plan.edit')
  @Idempotent()
  @Versioned()
  @Operation({
    summary: 'Begin a plan: empty, with all its commitments, or from a template',
    response: PlanDto,
    status: 201,
    example: PLAN,
    errors: ['not_found', 'conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: PlanInput): Promise<PlanDto> {
    return this.plans.create(actor, input);
  }

  @Get(':id')
  @Public('plan.read')
  @Versioned()
  @Operation({
    summary: 'A plan version with its commitments',
    response: PlanDto,
    example: PLAN,
    errors: ['not_found'],
  })
  get(@CurrentActor() actor: Actor, @IdParam(PLAN_NAME) id: string): Promise<PlanDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':id')
  @Can('plan.edit')
  @Versioned({ write: true })
  @Operation({
    summary: 'Change what a draft says of itself',
    response: PlanDto,
    example: PLAN,
    errors: EDIT_ERRORS,
  })
  describe(
    @CurrentActor() actor: Actor,
    @IdParam(PLAN_NAME) id: string,
    @IfMatch() version: number,
    @Body() change: PlanChange,
  ): Promise<PlanDto> {
    return this.plans.describe(actor, id, version, change);
  }

  @Delete(':id')
  @Can('plan.edit')
  @Versioned({ write: true })
  @Operation({ summary: 'Throw a draft away', status: 204, errors: EDIT_ERRORS })
  discard(
    @CurrentActor() actor: Actor,
    @IdParam(PLAN_NAME) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.plans.discard(actor, id, version);
  }

  @Post(':id/adopt')
  @Can('plan.adopt')
  @Versioned({ write: true })
  @Operation({
    summary: 'Put a draft into force; the version before it is superseded',
    response: PlanDto,
    example: PLAN,
    errors: EDIT_ERRORS,
  })
  adopt(
    @CurrentActor() actor: Actor,
    @IdParam(PLAN_NAME) id: string,
    @IfMatch() version: number,
    @Body() input: AdoptInput,
  ): Promise<PlanDto> {
    return this.plans.adopt(actor, id, version, input);
  }

  @Post(':id/revisions')
  @Can('plan.edit')
  @Idempotent()
  @Versioned()
  @Operation({
    summary: 'Begin the next version from the plan in force; commitments keep their codes',
    response: PlanDto,
    status: 201,
    example: { ...PLAN, status: 'draft', versionNumber: 2, adoptedOn: null },
    errors: ['not_found', 'conflict'],
  })
  revise(
    @CurrentActor() actor: Actor,
    @IdParam(PLAN_NAME) id: string,
    @Body() input: ReviseInput,
  ): Promise<PlanDto> {
    return this.plans.revise(actor, id, input);
  }

  @Post(':id/commitments')
  @Can('plan.edit')
  @Idempotent()
  @Versioned({ write: true })
  @Operation({
    summary: 'Add a commitment to a draft',
    response: EditedCommitmentDto,
    status: 201,
    example: { ...COMMITMENT, version: 5 },
    errors: EDIT_ERRORS,
  })
  add(
    @CurrentActor() actor: Actor,
    @IdParam(PLAN_NAME) id: string,
    @IfMatch() version: number,
    @Body() input: NewCommitment,
  ): Promise<EditedCommitmentDto> {
    return this.commitments.add(actor, id, version, input);
  }

  @Put(':id/order')
  @Can('plan.edit')
  @Versioned({ write: true })
  @Operation({
    summary: 'Put the commitments of a draft into an order',
    response: PlanDto,
    example: PLAN,
    errors: EDIT_ERRORS,
  })
  reorder(
    @CurrentActor() actor: Actor,
    @IdParam(PLAN_NAME) id: string,
    @IfMatch() version: number,
    @Body() order: CommitmentOrder,
  ): Promise<PlanDto> {
    return this.commitments.reorder(actor, id, version, order.versionIds);
  }
}
