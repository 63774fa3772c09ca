import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  Can,
  CurrentActor,
  FileUpload,
  Idempotent,
  IfMatch,
  Operation,
  Public,
  type RawJson,
  TakesFile,
  type Upload,
  Versioned,
} from '#platform/http';
import { download } from '#platform/storage';
import * as examples from './team.examples.js';
import { TeamProductFilesService } from './team-product-files.service.js';
import { TeamRecordsService } from './team-records.service.js';
import {
  CreateTeamProduct,
  CreateTeamSession,
  TeamProductDto,
  TeamProductInput,
  TeamSessionDto,
  TeamSessionInput,
  TeamThingsQuery,
} from './team-records.dto.js';
import { TeamWorkQueries } from './team-work.queries.js';

const CHANGE = ['not_found', 'stale', 'precondition_required'] as const;

@ApiTags('teams')
@Controller('api')
export class TeamRecordsController {
  constructor(
    @Inject(TeamRecordsService) private readonly records: TeamRecordsService,
    @Inject(TeamProductFilesService) private readonly files: TeamProductFilesService,
    @Inject(TeamWorkQueries) private readonly work: TeamWorkQueries,
  ) {}

  @Get('team-sessions')
  @Public()
  @Operation({
    summary: 'Sessions of teams with agenda and attendance, latest first',
    response: [TeamSessionDto],
    example: [examples.session],
  })
  sessions(@Query() query: TeamThingsQuery): Promise<RawJson> {
    return this.work.sessions(query);
  }

  @Get('team-sessions/:id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One session',
    response: TeamSessionDto,
    example: examples.session,
    errors: ['not_found'],
  })
  session(@Param('id', ParseUUIDPipe) id: string): Promise<TeamSessionDto> {
    return this.work.session(id);
  }

  @Post('team-sessions')
  @Can('team.work')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Record a session',
    response: TeamSessionDto,
    example: examples.session,
    status: 201,
    errors: ['not_found'],
  })
  createSession(@CurrentActor() actor: Actor, @Body() input: CreateTeamSession): Promise<TeamSessionDto> {
    return this.records.createSession(actor, input);
  }

  @Put('team-sessions/:id')
  @Can('team.work')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a session whole',
    response: TeamSessionDto,
    example: { ...examples.session, version: 2 },
    errors: CHANGE,
  })
  changeSession(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: TeamSessionInput,
  ): Promise<TeamSessionDto> {
    return this.records.changeSession(actor, id, version, input);
  }

  @Get('team-products')
  @Public()
  @Operation({
    summary: 'Products of teams, latest year first',
    response: [TeamProductDto],
    example: [examples.product],
  })
  products(@Query() query: TeamThingsQuery): Promise<RawJson> {
    return this.work.products(query);
  }

  @Get('team-products/:id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One product',
    response: TeamProductDto,
    example: examples.product,
    errors: ['not_found'],
  })
  product(@Param('id', ParseUUIDPipe) id: string): Promise<TeamProductDto> {
    return this.work.product(id);
  }

  @Post('team-products')
  @Can('team.work')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Record a product',
    response: TeamProductDto,
    example: examples.product,
    status: 201,
    errors: ['not_found'],
  })
  createProduct(@CurrentActor() actor: Actor, @Body() input: CreateTeamProduct): Promise<TeamProductDto> {
    return this.records.createProduct(actor, input);
  }

  @Put('team-products/:id')
  @Can('team.work')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a product whole',
    response: TeamProductDto,
    example: { ...examples.product, version: 2 },
    errors: CHANGE,
  })
  changeProduct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: TeamProductInput,
  ): Promise<TeamProductDto> {
    return this.records.changeProduct(actor, id, version, input);
  }

  @Put('team-products/:id/file')
  @Can('team.work')
  @TakesFile()
  @Versioned({ write: true })
  @Operation({
    summary: 'Upload the file of a product, in place of an earlier one',
    description:
      'PDF, image (PNG, JPEG, WebP) or office document without macros; 25 MB at most. Its bytes say what it is.',
    response: TeamProductDto,
    example: { ...examples.product, version: 2 },
    errors: [...CHANGE, 'malformed', 'payload_too_large', 'unsupported_media'],
  })
  attachFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @FileUpload() upload: Upload,
  ): Promise<TeamProductDto> {
    return this.files.attach(actor, id, version, upload);
  }

  @Delete('team-products/:id/file')
  @Can('team.work')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take the file of a product away',
    response: TeamProductDto,
    example: { ...examples.product, file: null, version: 3 },
    errors: CHANGE,
  })
  removeFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TeamProductDto> {
    return this.files.remove(actor, id, version);
  }

  @Get('team-products/:id/file')
  @Public()
  @Operation({
    summary: 'The file of a product, to be downloaded',
    errors: ['not_found', 'gone'],
    produces: ['application/pdf', 'application/octet-stream'],
    example: '%PDF-1.7 …',
  })
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { file, content } = await this.files.open(id);
    return download(reply, content, file, known);
  }
}
