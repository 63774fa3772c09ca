import {
  Body,
  Controller,
  Delete,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
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
} from '#platform/http';
import { PartnerFigureInSheetDto, PartnerSheetDto, PartnerSheetSummaryDto } from './partner.dto.js';
import {
  PARTNER_FIGURE_EXAMPLE,
  PARTNER_SHEET_EXAMPLE as example,
  PARTNER_SHEET_SUMMARY_EXAMPLE as summary,
} from './partner.examples.js';
import {
  PartnerFigureInput,
  PartnerFiguresQuery,
  PartnerSheetInput,
  PartnerSheetsQuery,
} from './partner.input.js';
import { PartnersService } from './partners.service.js';

const WRITE = ['not_found', 'conflict', 'stale', 'precondition_required'] as const;
const IN_SHEET = {
  ...PARTNER_FIGURE_EXAMPLE,
  ...{ sheetId: summary.id, sheet: summary.key, year: summary.year, state: summary.state },
  ...{ partner: summary.partner, partnerEn: summary.partnerEn, partnerEs: summary.partnerEs },
  document: summary.source,
};

@ApiTags('partners')
@Controller('api')
export class PartnersController {
  constructor(@Inject(PartnersService) private readonly partners: PartnersService) {}

  @Get('partner-sheets')
  @Public()
  @Operation({
    summary: 'Partners’ years in figures, the newest first',
    response: pageSchema(PartnerSheetSummaryDto),
    example: { items: [summary], nextCursor: null },
  })
  sheets(@Query() query: PartnerSheetsQuery): Promise<Page<PartnerSheetSummaryDto>> {
    return this.partners.sheets(query);
  }

  @Get('partner-figures')
  @Public()
  @Operation({
    summary: 'Figures of partners, to be shown beside what States report',
    description: 'No dashboard of progress counts them.',
    response: pageSchema(PartnerFigureInSheetDto),
    example: { items: [IN_SHEET], nextCursor: null },
  })
  list(@Query() query: PartnerFiguresQuery): Promise<Page<PartnerFigureInSheetDto>> {
    return this.partners.list(query);
  }

  @Get('partner-sheets/:id')
  @Public()
  @Versioned()
  @Operation({
    summary: 'A sheet with its figures',
    response: PartnerSheetDto,
    example,
    errors: ['not_found'],
  })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<PartnerSheetDto> {
    return this.partners.get(id);
  }

  @Post('partner-sheets')
  @Can('partner.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Enter a sheet, still without figures',
    response: PartnerSheetDto,
    example: { ...example, figures: [] },
    status: 201,
    errors: ['conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: PartnerSheetInput): Promise<PartnerSheetDto> {
    return this.partners.create(actor, input);
  }

  @Put('partner-sheets/:id')
  @Can('partner.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace what a sheet says of itself',
    response: PartnerSheetDto,
    example,
    errors: WRITE,
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: PartnerSheetInput,
  ): Promise<PartnerSheetDto> {
    return this.partners.replace(actor, id, version, input);
  }

  @Post('partner-sheets/:id/figures')
  @Can('partner.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Add a figure to a sheet',
    description: 'With the sheet’s version as If-Match.',
    response: PartnerSheetDto,
    example,
    status: 201,
    errors: WRITE,
  })
  addFigure(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: PartnerFigureInput,
  ): Promise<PartnerSheetDto> {
    return this.partners.addFigure(actor, id, version, input);
  }

  @Put('partner-sheets/:id/figures/:figureId')
  @Can('partner.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a figure of a sheet',
    description: 'With the sheet’s version as If-Match. Its code stays.',
    response: PartnerSheetDto,
    example,
    errors: WRITE,
  })
  replaceFigure(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('figureId', ParseUUIDPipe) figureId: string,
    @IfMatch() version: number,
    @Body() input: PartnerFigureInput,
  ): Promise<PartnerSheetDto> {
    return this.partners.replaceFigure(actor, id, figureId, version, input);
  }

  @Delete('partner-sheets/:id/figures/:figureId')
  @Can('partner.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a figure out of a sheet',
    description: 'With the sheet’s version as If-Match.',
    response: PartnerSheetDto,
    example: { ...example, figures: [] },
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  removeFigure(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('figureId', ParseUUIDPipe) figureId: string,
    @IfMatch() version: number,
  ): Promise<PartnerSheetDto> {
    return this.partners.removeFigure(actor, id, figureId, version);
  }
}
