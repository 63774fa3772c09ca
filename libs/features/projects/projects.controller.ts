import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
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
  Text,
  Versioned,
} from '#platform/http';
import { PortfolioRowDto, ProgrammeDto, ProjectDto, ProjectSummaryDto } from './project.dto.js';
import { ProjectInput, ProjectReportInput, ProjectsQuery } from './project.input.js';
import { ProjectsService } from './projects.service.js';

class PortfolioQuery {
  @Text({ optional: true, max: 40, example: 'mirps_fund' })
  programme?: string;
}

@ApiTags('projects')
@Controller('api/projects')
export class ProjectsController {
  constructor(@Inject(ProjectsService) private readonly projects: ProjectsService) {}

  @Get()
  @Public()
  @Operation({
    summary: 'Projects that fit, by key, each with what was last reported of it',
    response: pageSchema(ProjectSummaryDto),
  })
  list(@Query() query: ProjectsQuery): Promise<Page<ProjectSummaryDto>> {
    return this.projects.list(query);
  }

  @Get('programmes')
  @Public()
  @Operation({ summary: 'Programmes that projects belong to', response: [ProgrammeDto] })
  programmes(): Promise<ProgrammeDto[]> {
    return this.projects.programmes();
  }

  @Get('portfolio')
  @Public()
  @Operation({
    summary: 'The portfolio in numbers: all, by programme, by State; money is summed within a currency only',
    response: [PortfolioRowDto],
  })
  portfolio(@Query() { programme }: PortfolioQuery): Promise<PortfolioRowDto[]> {
    return this.projects.portfolio(programme);
  }

  @Get(':id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'A project with its commitments and every report on it',
    response: ProjectDto,
    errors: ['not_found'],
  })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProjectDto> {
    return this.projects.get(actor, id);
  }

  @Post()
  @Can('project.write')
  @Versioned()
  @Idempotent()
  @Operation({ summary: 'Enter a project', response: ProjectDto, status: 201, errors: ['conflict'] })
  create(@CurrentActor() actor: Actor, @Body() input: ProjectInput): Promise<ProjectDto> {
    return this.projects.create(actor, input);
  }

  @Put(':id')
  @Can('project.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace what is written of a project, with its commitments',
    response: ProjectDto,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: ProjectInput,
  ): Promise<ProjectDto> {
    return this.projects.replace(actor, id, version, input);
  }

  @Post(':id/reports')
  @Can('project.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Add a report on a project; those before it stay',
    response: ProjectDto,
    status: 201,
    errors: ['not_found'],
  })
  report(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ProjectReportInput,
  ): Promise<ProjectDto> {
    return this.projects.report(actor, id, input);
  }
}
