import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  fileAnswer,
  REPORT_CONTENT_TYPES,
  REPORT_FORMATS,
  REPORT_LANGS,
  reportFileName,
} from '#features/reports';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  notFound,
  Operation,
  Public,
  Versioned,
} from '#platform/http';
import { EDITION_EXAMPLE as example } from './edition.examples.js';
import { EditionNumber } from './edition-number.js';
import { EDITION } from './edition.vocabulary.js';
import { CreateEdition, ReportEditionDto, EditionsQuery } from './editions.dto.js';
import { EditionFilesService } from './edition-files.service.js';
import { EditionsService } from './editions.service.js';

@ApiTags('editions')
@Controller('api/editions')
export class EditionsController {
  constructor(
    @Inject(EditionsService) private readonly editions: EditionsService,
    @Inject(EditionFilesService) private readonly files: EditionFilesService,
  ) {}

  @Get()
  @Public('edition.read')
  @Operation({
    summary:
      'Published editions of reports, newest first; who prepares or approves them sees those in preparation, too',
    response: [ReportEditionDto],
    example: [example],
  })
  list(@CurrentActor() actor: Actor, @Query() { cycle }: EditionsQuery): Promise<ReportEditionDto[]> {
    return this.editions.list(actor, cycle);
  }

  @Post()
  @Can('edition.prepare')
  @Versioned()
  @Idempotent()
  @Operation({
    summary:
      'Freeze the final texts beside the newest snapshot; one in preparation is put together again and loses its approvals',
    response: ReportEditionDto,
    example,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  prepare(@CurrentActor() actor: Actor, @Body() body: CreateEdition): Promise<ReportEditionDto> {
    return this.editions.prepare(actor, body);
  }

  @Get(':key/:number')
  @Public('edition.read')
  @Versioned()
  @Operation({
    summary: 'One edition with its files',
    response: ReportEditionDto,
    example,
    errors: ['not_found'],
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
  ): Promise<ReportEditionDto> {
    return this.editions.get(actor, key, number);
  }

  @Post(':key/:number/generate')
  @Can('edition.prepare')
  @HttpCode(202)
  @Operation({
    summary:
      'Have every file made that is not there, in both languages; again after a failure. What is being made goes on',
    response: ReportEditionDto,
    example,
    status: 202,
    errors: ['not_found'],
  })
  generate(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
  ): Promise<ReportEditionDto> {
    return this.files.generate(actor, key, number);
  }

  @Post(':key/:number/cancel')
  @Can('edition.prepare')
  @Operation({
    summary: 'Call off whatever is not made yet',
    response: ReportEditionDto,
    example,
    status: 200,
    errors: ['not_found'],
  })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
  ): Promise<ReportEditionDto> {
    return this.files.cancel(actor, key, number);
  }

  @Post(':key/:number/publish')
  @Can('edition.prepare')
  @Versioned({ write: true })
  @Operation({
    summary: 'Show an edition to everybody, at its permanent address, for good',
    response: ReportEditionDto,
    example,
    status: 200,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  publish(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
    @IfMatch() version: number,
  ): Promise<ReportEditionDto> {
    return this.editions.publish(actor, key, number, version);
  }

  @Get(':key/:number/files/:lang/:format')
  @Public('edition.read')
  @Operation({
    summary: 'A file of an edition at its permanent address',
    errors: ['not_found', 'conflict', 'gone'],
    produces: Object.values(REPORT_CONTENT_TYPES).map((type) => type.split(';')[0] ?? type),
  })
  async file(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
    @Param('lang') asked: string,
    @Param('format') wanted: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const lang = REPORT_LANGS.find((each) => each === asked);
    const format = REPORT_FORMATS.find((each) => each === wanted);
    if (!lang || !format) throw notFound(EDITION);
    const { edition, sha256, bytes, content } = await this.files.open(actor, key, number, lang, format);
    const name = reportFileName(`${edition.cycleKey}-${edition.number}`, lang, format);
    return fileAnswer(reply, known, { sha256, bytes, format, name, content });
  }
}
