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
import { Reason } from '#features/progress';
import * as examples from './team.examples.js';
import {
  CreateTeamUpdate,
  TeamUpdateBody,
  TeamUpdateDetail,
  TeamUpdatesQuery,
  TeamUpdateSummary,
} from './team-update.dto.js';
import { TeamUpdatesQueries } from './team-updates.queries.js';
import { TeamUpdatesService } from './team-updates.service.js';

@ApiTags('teams')
@Controller('api/team-updates')
export class TeamUpdatesController {
  constructor(
    @Inject(TeamUpdatesService) private readonly updates: TeamUpdatesService,
    @Inject(TeamUpdatesQueries) private readonly queries: TeamUpdatesQueries,
  ) {}

  @Get()
  @Public('team_update.read')
  @Operation({
    summary: 'Updates of teams by team, cycle and review, the last begun first',
    response: pageSchema(TeamUpdateSummary),
    example: { items: [examples.update], nextCursor: null },
  })
  list(@CurrentActor() actor: Actor, @Query() query: TeamUpdatesQuery): Promise<RawJson> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Public('team_update.read')
  @Versioned()
  @Operation({
    summary: 'One team update with what it says of each activity',
    response: TeamUpdateDetail,
    example: examples.updateDetail,
    errors: ['not_found'],
  })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TeamUpdateDetail> {
    return this.queries.get(actor, id);
  }

  @Post()
  @Can('team_update.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Begin a team’s update of a cycle',
    response: TeamUpdateDetail,
    example: examples.updateDetail,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: CreateTeamUpdate): Promise<TeamUpdateDetail> {
    return this.updates.createDraft(actor, input);
  }

  @Put(':id')
  @Can('team_update.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Save a draft or a returned team update, whole',
    response: TeamUpdateDetail,
    example: { ...examples.updateDetail, version: 2 },
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: TeamUpdateBody,
  ): Promise<TeamUpdateDetail> {
    return this.updates.save(actor, id, version, input);
  }

  @Post(':id/submit')
  @Can('team_update.write')
  @Versioned()
  @Operation({
    summary: 'Hand a team update to the reviewer',
    response: TeamUpdateDetail,
    example: { ...examples.updateDetail, reviewState: 'submitted', version: 2, actions: [] },
    errors: ['not_found', 'conflict'],
  })
  submit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TeamUpdateDetail> {
    return this.updates.submit(actor, id);
  }

  @Post(':id/return')
  @Can('team_update.review')
  @Versioned()
  @Operation({
    summary: 'Return a submitted team update with a reason',
    response: TeamUpdateDetail,
    example: { ...examples.updateDetail, reviewState: 'returned', version: 3, actions: [] },
    errors: ['not_found', 'conflict'],
  })
  returnForChanges(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: Reason,
  ): Promise<TeamUpdateDetail> {
    return this.updates.returnForChanges(actor, id, reason);
  }

  @Post(':id/approve')
  @Can('team_update.review')
  @Versioned()
  @Operation({
    summary: 'Approve and so lock a submitted team update that one did not write in',
    response: TeamUpdateDetail,
    description:
      'The workplan shows what it says to who reads the team’s drafts, and to everybody with its cycle.',
    example: { ...examples.updateDetail, reviewState: 'approved', version: 3, actions: ['startRevision'] },
    errors: ['not_found', 'conflict'],
  })
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TeamUpdateDetail> {
    return this.updates.approve(actor, id);
  }

  @Post(':id/revisions')
  @Can('team_update.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Begin the correction of an approved team update',
    description: 'The approved revision goes on counting until its correction is approved.',
    response: TeamUpdateDetail,
    example: { ...examples.updateDetail, revision: 2 },
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  startRevision(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: Reason,
  ): Promise<TeamUpdateDetail> {
    return this.updates.startRevision(actor, id, reason);
  }
}
