import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  Operation,
  pageSchema,
  Public,
  type RawJson,
  Versioned,
} from '#platform/http';
import { ApprovalsDto, ApproveUnchanged } from './approvals.dto.js';
import { ApprovalsService } from './approvals.service.js';
import { DueQueries } from './due.queries.js';
import { ProgressService } from './progress.service.js';
import { CreateUpdate, NoChange, Reason, UpdateBody, UpdatesQuery } from './update.dto.js';
import { EXAMPLES } from './update.examples.js';
import { UpdateDetailQueries } from './update-detail.queries.js';
import { UpdateDetail } from './update-detail.views.js';
import { DueUpdate, UpdateReceipt, UpdateSummary } from './update.views.js';
import { UpdatesQueries } from './updates.queries.js';

@ApiTags('updates')
@Controller('api/updates')
export class UpdatesController {
  constructor(
    @Inject(ProgressService) private readonly progress: ProgressService,
    @Inject(UpdatesQueries) private readonly updates: UpdatesQueries,
    @Inject(UpdateDetailQueries) private readonly details: UpdateDetailQueries,
    @Inject(DueQueries) private readonly dues: DueQueries,
    @Inject(ApprovalsService) private readonly approvals: ApprovalsService,
  ) {}

  @Get()
  @Public('update.read')
  @Operation({
    summary: 'Updates by State, status, area and period, latest first',
    response: pageSchema(UpdateSummary),
    example: EXAMPLES.page,
  })
  list(@CurrentActor() actor: Actor, @Query() query: UpdatesQuery): Promise<RawJson> {
    return this.updates.list(actor, query);
  }

  @Get('due')
  @Can('update.write')
  @Operation({
    summary: 'My updates due, with days left and what was said last',
    response: [DueUpdate],
    example: EXAMPLES.due,
  })
  due(@CurrentActor() actor: Actor): Promise<RawJson> {
    return this.dues.of(actor);
  }

  @Get(':id')
  @Public('update.read')
  @Versioned()
  @Operation({
    summary: 'One update with its facts, figures, evidence, milestones and history',
    response: UpdateDetail,
    example: EXAMPLES.detail,
    errors: ['not_found'],
  })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UpdateDetail> {
    return this.details.get(actor, id);
  }

  @Post()
  @Can('update.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Begin the update of a commitment in a cycle',
    response: UpdateReceipt,
    example: EXAMPLES.receipt,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: CreateUpdate): Promise<UpdateReceipt> {
    return this.progress.createDraft(actor, input);
  }

  @Post('no-change')
  @Can('update.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Report in one call that nothing changed since the last approved update',
    response: UpdateReceipt,
    example: { ...EXAMPLES.receipt, reviewState: 'submitted', version: 2 },
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  reportNoChange(@CurrentActor() actor: Actor, @Body() input: NoChange): Promise<UpdateReceipt> {
    return this.progress.reportNoChange(actor, input);
  }

  @Post('approvals')
  @Can('update.review')
  @Operation({
    summary: 'Approve several updates that say “no change”',
    description: 'Each by itself: the answer tells which were approved, and why the others were not.',
    response: ApprovalsDto,
    example: EXAMPLES.approvals,
  })
  approveUnchanged(
    @CurrentActor() actor: Actor,
    @Body() { updateIds }: ApproveUnchanged,
  ): Promise<ApprovalsDto> {
    return this.approvals.approveUnchanged(actor, updateIds);
  }

  @Put(':id')
  @Can('update.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Save a draft or a returned update',
    description:
      'Fields that are left out become empty; the lists `facts`, `evidence` and `milestones` then stay as they are.',
    response: UpdateReceipt,
    example: { ...EXAMPLES.receipt, version: 2 },
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: UpdateBody,
  ): Promise<UpdateReceipt> {
    return this.progress.save(actor, id, version, input);
  }

  @Post(':id/submit')
  @Can('update.write')
  @Versioned()
  @Operation({
    summary: 'Hand an update to the reviewer',
    response: UpdateReceipt,
    example: { ...EXAMPLES.receipt, reviewState: 'submitted', version: 3 },
    errors: ['not_found', 'conflict'],
  })
  submit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UpdateReceipt> {
    return this.progress.submit(actor, id);
  }

  @Post(':id/return')
  @Can('update.review')
  @Versioned()
  @Operation({
    summary: 'Return a submitted update with a reason',
    response: UpdateReceipt,
    example: { ...EXAMPLES.receipt, reviewState: 'returned', version: 4 },
    errors: ['not_found', 'conflict'],
  })
  returnForChanges(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: Reason,
  ): Promise<UpdateReceipt> {
    return this.progress.returnForChanges(actor, id, reason);
  }

  @Post(':id/approve')
  @Can('update.review')
  @Versioned()
  @Operation({
    summary: 'Approve and so lock a submitted update',
    response: UpdateReceipt,
    example: { ...EXAMPLES.receipt, reviewState: 'approved', version: 4 },
    errors: ['not_found', 'conflict'],
  })
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UpdateReceipt> {
    return this.progress.approve(actor, id);
  }

  @Post(':id/revisions')
  @Can('update.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Begin the correction of an approved update',
    description: 'The approved revision goes on counting until its correction is approved.',
    response: UpdateReceipt,
    example: { ...EXAMPLES.receipt, revision: 2 },
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  startRevision(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: Reason,
  ): Promise<UpdateReceipt> {
    return this.progress.startRevision(actor, id, reason);
  }
}
