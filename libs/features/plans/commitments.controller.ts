import { Body, Controller, Delete, Get, Inject, Patch, Post, Query } from '@nestjs/common';
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
  IdParam,
} from '#platform/http';
import { CommitmentDto, CommitmentHistoryDto, EditedCommitmentDto, FocalPointDto } from './commitment.dto.js';
import { CommitmentChange, CommitmentsQuery, FocalPointEnd, FocalPointInput } from './commitment.input.js';
import { CommitmentsService } from './commitments.service.js';
import { FocalPointsService } from './focal-points.service.js';
import { PlanDto } from './plan.dto.js';
import { COMMITMENT, FOCAL_POINT, HISTORY, PLAN } from './plan.examples.js';
import { COMMITMENT as COMMITMENT_NAME, PlansQueries } from './plans.queries.js';

const EDIT_ERRORS = ['not_found', 'conflict', 'stale', 'precondition_required'] as const;

@ApiTags('commitments')
@Controller('api')
export class CommitmentsController {
  constructor(
    @Inject(PlansQueries) private readonly queries: PlansQueries,
    @Inject(CommitmentsService) private readonly service: CommitmentsService,
    @Inject(FocalPointsService) private readonly focalPoints: FocalPointsService,
  ) {}

  @Get('commitments')
  @Public('plan.read')
  @Operation({
    summary: 'Commitments of the plans in force',
    response: pageSchema(CommitmentDto),
    example: { items: [COMMITMENT], nextCursor: null },
  })
  list(@Query() query: CommitmentsQuery): Promise<Page<CommitmentDto>> {
    return this.queries.commitments(query);
  }

  @Get('commitments/:id')
  @Public('plan.read')
  @Operation({
    summary: 'A commitment through all plan versions',
    response: CommitmentHistoryDto,
    example: HISTORY,
    errors: ['not_found'],
  })
  history(@CurrentActor() actor: Actor, @IdParam(COMMITMENT_NAME) id: string): Promise<CommitmentHistoryDto> {
    return this.queries.history(actor, id);
  }

  @Patch('commitments/versions/:id')
  @Can('plan.edit')
  @Versioned({ write: true })
  @Operation({
    summary: 'Change what a draft says of a commitment; If-Match is the plan’s version',
    response: EditedCommitmentDto,
    example: { ...COMMITMENT, version: 5 },
    errors: EDIT_ERRORS,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam(COMMITMENT_NAME) id: string,
    @IfMatch() version: number,
    @Body() change: CommitmentChange,
  ): Promise<EditedCommitmentDto> {
    return this.service.change(actor, id, version, change);
  }

  @Delete('commitments/versions/:id')
  @Can('plan.edit')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a commitment out of a draft; If-Match is the plan’s version',
    response: PlanDto,
    example: PLAN,
    errors: EDIT_ERRORS,
  })
  remove(
    @CurrentActor() actor: Actor,
    @IdParam(COMMITMENT_NAME) id: string,
    @IfMatch() version: number,
  ): Promise<PlanDto> {
    return this.service.remove(actor, id, version);
  }

  @Post('commitments/:id/focal-points')
  @Can('plan.edit')
  @Idempotent()
  @Operation({
    summary: 'Make a person focal point of a commitment',
    response: FocalPointDto,
    status: 201,
    example: FOCAL_POINT,
    errors: ['not_found', 'conflict'],
  })
  assign(
    @CurrentActor() actor: Actor,
    @IdParam(COMMITMENT_NAME) id: string,
    @Body() input: FocalPointInput,
  ): Promise<FocalPointDto> {
    return this.focalPoints.assign(actor, id, input);
  }

  @Post('focal-points/:id/end')
  @Can('plan.edit')
  @Operation({
    summary: 'End somebody’s time as focal point',
    status: 204,
    errors: ['not_found', 'conflict'],
  })
  end(
    @CurrentActor() actor: Actor,
    @IdParam(COMMITMENT_NAME) id: string,
    @Body() input: FocalPointEnd,
  ): Promise<void> {
    return this.focalPoints.end(actor, id, input);
  }
}
