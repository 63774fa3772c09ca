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
import * as examples from './team.examples.js';
import {
  TeamActivitiesQuery,
  TeamActivityDto,
  TeamActivityInput,
  CreateTeamActivity,
} from './team-work.dto.js';
import { TeamWorkQueries } from './team-work.queries.js';
import { WorkplansService } from './workplans.service.js';

const STANDING =
  'The status is what the newest published cycle says; who may read a team’s drafts sees what is approved already.';
const CHANGE = ['not_found', 'stale', 'precondition_required'] as const;

@ApiTags('teams')
@Controller('api')
export class TeamWorkController {
  constructor(
    @Inject(WorkplansService) private readonly workplans: WorkplansService,
    @Inject(TeamWorkQueries) private readonly work: TeamWorkQueries,
  ) {}

  @Get('team-activities')
  @Public('team_update.read')
  @Operation({
    summary: 'Activities of workplans by team, year, status, commitment and pledge',
    description: STANDING,
    response: pageSchema(TeamActivityDto),
    example: { items: [examples.activity], nextCursor: null },
  })
  activities(@CurrentActor() actor: Actor, @Query() query: TeamActivitiesQuery): Promise<RawJson> {
    return this.work.activities(actor, query);
  }

  @Get('team-activities/:id')
  @Public('team_update.read')
  @Versioned()
  @Operation({
    summary: 'One activity',
    description: STANDING,
    response: TeamActivityDto,
    example: examples.activity,
    errors: ['not_found'],
  })
  activity(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TeamActivityDto> {
    return this.work.activity(actor, id);
  }

  @Post('team-activities')
  @Can('team.work')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Add an activity to a team’s workplan',
    response: TeamActivityDto,
    example: examples.activity,
    status: 201,
    errors: ['not_found'],
  })
  createActivity(@CurrentActor() actor: Actor, @Body() input: CreateTeamActivity): Promise<TeamActivityDto> {
    return this.workplans.createActivity(actor, input);
  }

  @Put('team-activities/:id')
  @Can('team.work')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace an activity whole; its status changes by approved team updates',
    response: TeamActivityDto,
    example: { ...examples.activity, version: 2 },
    errors: CHANGE,
  })
  changeActivity(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: TeamActivityInput,
  ): Promise<TeamActivityDto> {
    return this.workplans.changeActivity(actor, id, version, input);
  }
}
