import {
  Body,
  Controller,
  Get,
  Headers,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, Can, CurrentActor, Idempotent, Operation, Public } from '#platform/http';
import { fileAnswer } from './report.answer.js';
import { REPORT_CONTENT_TYPES, reportFileName } from './report.vocabulary.js';
import {
  ReportDto,
  ReportQuery,
  ReportRequest,
  ReportSubjectDto,
  ReportSubjectsQuery,
} from './reports.dto.js';
import { ReportRequests } from './report-requests.service.js';
import { ReportSubjects } from './report-subjects.service.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(ReportRequests) private readonly requests: ReportRequests,
    @Inject(ReportSubjects) private readonly subjectsOf: ReportSubjects,
  ) {}

  @Get()
  @Public('report.read')
  @Operation({
    summary: 'Reports, newest first: those of published cycles; the Presidency and the Secretariat see all',
    response: [ReportDto],
  })
  list(@Query() query: ReportQuery, @CurrentActor() actor: Actor): Promise<ReportDto[]> {
    return this.reports.list(actor, query);
  }

  @Post()
  @Can('report.generate')
  @Idempotent()
  @Operation({
    summary:
      'Ask for a report from a snapshot; it is made in the background, and the same request gives the same report',
    response: ReportDto,
    status: 202,
    errors: ['not_found', 'conflict'],
  })
  request(@Body() request: ReportRequest, @CurrentActor() actor: Actor): Promise<ReportDto> {
    return this.requests.request(request, actor);
  }

  @Get('subjects')
  @Can('report.generate')
  @Operation({
    summary:
      'The short papers that can be made from the newest snapshot of a cycle: States, technical teams, areas, pledges',
    response: [ReportSubjectDto],
    errors: ['conflict'],
  })
  subjects(
    @Query() { cycle }: ReportSubjectsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReportSubjectDto[]> {
    return this.subjectsOf.list(actor, cycle);
  }

  @Get(':id')
  @Public('report.read')
  @Operation({
    summary: 'One report: how far it is, its hash and size',
    response: ReportDto,
    errors: ['not_found'],
  })
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ReportDto> {
    return this.reports.get(actor, id);
  }

  @Post(':id/cancel')
  @Can('report.generate')
  @Operation({
    summary: 'Call off a report that is not made yet; to try again, ask for the same report',
    response: ReportDto,
    status: 200,
    errors: ['not_found'],
  })
  cancel(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ReportDto> {
    return this.requests.cancel(actor, id);
  }

  @Get(':id/content')
  @Public('report.read')
  @Operation({
    summary: 'The file of a finished report',
    errors: ['not_found', 'conflict', 'gone'],
    produces: Object.values(REPORT_CONTENT_TYPES).map((type) => type.split(';', 1)[0] ?? type),
  })
  async content(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { report, content } = await this.reports.open(actor, id);
    const { sha256, bytes, format } = report;
    return fileAnswer(reply, known, { sha256: sha256 ?? '', bytes, format, name: fileName(report), content });
  }
}

const fileName = ({ cycleKey, lang, format, kind, subject }: ReportDto): string =>
  reportFileName(cycleKey, lang, format, { kind, subject: subject ?? '' });
