import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags, OmitType } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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
} from '#platform/http';
import { PledgeDashboardRowDto, PledgeDto, PledgeForumDto, PledgeSummaryDto } from './pledge.dto.js';
import { PledgeDashboardQuery, PledgeInput, PledgesQuery, PledgeUpdateInput } from './pledge.input.js';
import { DASHBOARD_EXAMPLE, FORUM_EXAMPLE, PLEDGE_EXAMPLE, SUMMARY_EXAMPLE } from './pledge.examples.js';
import { FORM_COLUMNS, formCsv, formRow, formXlsx, type PledgeFormRow } from './pledge.export.js';
import { PledgeForumsService } from './pledge-forums.service.js';
import { PledgesReading } from './pledges-reading.js';
import { PledgesService } from './pledges.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class PledgeExportQuery extends OmitType(PledgesQuery, ['limit', 'cursor']) {}

@ApiTags('pledges')
@Controller('api/pledges')
export class PledgesController {
  constructor(
    @Inject(PledgesService) private readonly pledges: PledgesService,
    @Inject(PledgesReading) private readonly reading: PledgesReading,
    @Inject(PledgeForumsService) private readonly forums: PledgeForumsService,
  ) {}

  @Get()
  @Public()
  @Operation({
    summary: 'Pledges that fit, by key, each with its stage in effect',
    response: pageSchema(PledgeSummaryDto),
    example: { items: [SUMMARY_EXAMPLE], nextCursor: null },
  })
  list(@CurrentActor() actor: Actor, @Query() query: PledgesQuery): Promise<Page<PledgeSummaryDto>> {
    return this.reading.list(actor, query);
  }

  @Get('forums')
  @Public()
  @Operation({
    summary: 'Occasions where pledges were made, newest first',
    response: [PledgeForumDto],
    example: [FORUM_EXAMPLE],
  })
  listForums(): Promise<PledgeForumDto[]> {
    return this.forums.list();
  }

  @Get('dashboard')
  @Public()
  @Operation({
    summary: 'Pledges by stage and area of focus; shares are over all pledges, “no update” has its own',
    response: [PledgeDashboardRowDto],
    example: [DASHBOARD_EXAMPLE],
  })
  dashboard(
    @CurrentActor() actor: Actor,
    @Query() { forum }: PledgeDashboardQuery,
  ): Promise<PledgeDashboardRowDto[]> {
    return this.reading.dashboard(actor, forum);
  }

  @Get('export.csv')
  @Public()
  @Operation({
    summary: 'One row per pledge, ready for the Forum’s update form, as CSV',
    produces: ['text/csv'],
    example: `${FORM_COLUMNS.join(',')}\n`,
  })
  async csv(
    @CurrentActor() actor: Actor,
    @Query() query: PledgeExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await this.rows(actor, query);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="pledges.csv"')
      .send(formCsv(rows));
  }

  @Get('export.xlsx')
  @Public()
  @Operation({
    summary: 'One row per pledge, ready for the Forum’s update form, as a workbook',
    produces: [XLSX],
    example: 'PK…',
  })
  async xlsx(
    @CurrentActor() actor: Actor,
    @Query() query: PledgeExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = await this.rows(actor, query);
    await reply
      .header('content-type', XLSX)
      .header('content-disposition', 'attachment; filename="pledges.xlsx"')
      .send(Buffer.from(await formXlsx(rows)));
  }

  @Get('export.json')
  @Public()
  @Operation({ summary: 'One row per pledge, ready for the Forum’s update form, as JSON', example: [] })
  rows(@CurrentActor() actor: Actor, @Query() query: PledgeExportQuery): Promise<PledgeFormRow[]> {
    return this.reading.exported(actor, query).then((pledges) => pledges.map(formRow));
  }

  @Get(':id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'A pledge with its commitments, the update in force and those before it',
    response: PledgeDto,
    example: PLEDGE_EXAMPLE,
    errors: ['not_found'],
  })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PledgeDto> {
    return this.reading.get(actor, id);
  }

  @Post()
  @Can('pledge.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Enter a pledge',
    response: PledgeDto,
    example: PLEDGE_EXAMPLE,
    status: 201,
    errors: ['conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: PledgeInput): Promise<PledgeDto> {
    return this.pledges.create(actor, input);
  }

  @Put(':id')
  @Can('pledge.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace what is written of a pledge, with its areas and commitments',
    response: PledgeDto,
    example: PLEDGE_EXAMPLE,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: PledgeInput,
  ): Promise<PledgeDto> {
    return this.pledges.replace(actor, id, version, input);
  }

  @Post(':id/updates')
  @Can('pledge.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Give the pledge a new update, which takes the place of the one in force',
    description: 'A stage other than the one that follows from the linked commitments needs a reason.',
    response: PledgeDto,
    example: PLEDGE_EXAMPLE,
    status: 201,
    errors: ['not_found'],
  })
  report(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: PledgeUpdateInput,
  ): Promise<PledgeDto> {
    return this.pledges.report(actor, id, input);
  }
}
