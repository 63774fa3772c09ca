import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  invalid,
  Operation,
  Public,
  type RawJson,
  Versioned,
} from '#platform/http';
import {
  CreateTeam,
  TeamDto,
  TeamInput,
  TeamsQuery,
  TeamSummary,
  TeamYearDto,
  TeamYearInput,
} from './team.dto.js';
import * as examples from './team.examples.js';
import { TeamRollupQuery, TeamRollupsDto } from './team-update.dto.js';
import { TeamRollupsService } from './team-rollups.service.js';
import { TeamsQueries } from './teams.queries.js';
import { TeamsService } from './teams.service.js';
import { WorkplansService } from './workplans.service.js';

@ApiTags('teams')
@Controller('api/teams')
export class TeamsController {
  constructor(
    @Inject(TeamsService) private readonly teams: TeamsService,
    @Inject(TeamsQueries) private readonly queries: TeamsQueries,
    @Inject(WorkplansService) private readonly workplans: WorkplansService,
    @Inject(TeamRollupsService) private readonly rollups: TeamRollupsService,
  ) {}

  @Get()
  @Public()
  @Operation({
    summary: 'The Regional Technical Teams with who leads them and where their workplans stand in a year',
    response: [TeamSummary],
    example: [examples.summary],
  })
  list(@CurrentActor() actor: Actor, @Query() { year }: TeamsQuery): Promise<RawJson> {
    return this.queries.list(actor, year);
  }

  @Get('rollup')
  @Can('rollup.read')
  @Operation({
    summary: 'How far the teams’ workplans are in a cycle, from stored rows, beside the States’ matrix',
    response: TeamRollupsDto,
    example: examples.rollups,
    errors: ['not_found'],
  })
  rollup(@CurrentActor() actor: Actor, @Query() { cycle }: TeamRollupQuery): Promise<TeamRollupsDto> {
    return this.rollups.seenBy(actor, cycle);
  }

  @Get(':key')
  @Public()
  @Versioned()
  @ApiParam({ name: 'key', example: 'RTT-RA' })
  @Operation({
    summary: 'One team: leads by period, members, advisors, theory of change',
    response: TeamDto,
    example: examples.team,
    errors: ['not_found'],
  })
  get(@Param('key') key: string): Promise<TeamDto> {
    return this.queries.get(key);
  }

  @Post()
  @Can('team.manage')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Add a team',
    response: TeamDto,
    example: examples.team,
    status: 201,
    errors: ['conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: CreateTeam): Promise<TeamDto> {
    return this.teams.create(actor, input);
  }

  @Put(':key')
  @Can('team.manage')
  @Versioned({ write: true })
  @ApiParam({ name: 'key', example: 'RTT-RA' })
  @Operation({
    summary: 'Replace a team whole: what is left out of a list is gone',
    response: TeamDto,
    example: { ...examples.team, version: 2 },
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @IfMatch() version: number,
    @Body() input: TeamInput,
  ): Promise<TeamDto> {
    return this.teams.replace(actor, key, version, input);
  }

  @Get(':key/years/:year')
  @Public()
  @Versioned()
  @ApiParam({ name: 'key', example: 'RTT-RA' })
  @ApiParam({ name: 'year', example: 2024 })
  @Operation({
    summary: 'What a team set out for a year; version 0 while nothing was written',
    response: TeamYearDto,
    example: examples.year,
    errors: ['not_found'],
  })
  year(@Param('key') key: string, @Param('year', ParseIntPipe) year: number): Promise<TeamYearDto> {
    return this.queries.year(key, aYear(year));
  }

  @Put(':key/years/:year')
  @Can('team.work')
  @Versioned({ write: true })
  @ApiParam({ name: 'key', example: 'RTT-RA' })
  @ApiParam({ name: 'year', example: 2024 })
  @Operation({
    summary: 'Write what a team sets out for a year: objective, next steps, notes',
    response: TeamYearDto,
    example: { ...examples.year, version: 2 },
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  putYear(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('year', ParseIntPipe) year: number,
    @IfMatch() version: number,
    @Body() input: TeamYearInput,
  ): Promise<TeamYearDto> {
    return this.workplans.putYear(actor, key, aYear(year), version, input);
  }
}

/** @throws DomainError invalid for a year that no workplan can have */
function aYear(year: number): number {
  if (year >= 2017 && year <= 2100) return year;
  throw invalid('year', { en: 'must be between 2017 and 2100', es: 'debe estar entre 2017 y 2100' });
}
