import {
  Controller,
  Delete,
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
import {
  type Actor,
  Can,
  CurrentActor,
  FileUpload,
  Operation,
  Public,
  TakesFile,
  type Upload,
} from '#platform/http';
import { download } from '#platform/storage';
import { EvidenceFileQuery, EvidenceFileView } from './evidence-file.dto.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { EXAMPLES } from './update.examples.js';

@ApiTags('updates')
@Controller('api')
export class EvidenceFilesController {
  constructor(@Inject(EvidenceFilesService) private readonly files: EvidenceFilesService) {}

  @Post('commitments/:id/evidence-files')
  @Can('update.write')
  @TakesFile()
  @Operation({
    summary: 'Upload a file as evidence of a commitment’s update in a cycle',
    description:
      'PDF, image (PNG, JPEG, WebP) or office document without macros; 25 MB at most, 20 files of 100 MB together. Its bytes say what it is. ' +
      'The update then names it in `evidence`, with `kind` `file` and its `fileId`; what no update has named for 30 days is removed.',
    response: EvidenceFileView,
    example: EXAMPLES.evidenceFile,
    status: 201,
    errors: ['not_found', 'conflict', 'malformed', 'payload_too_large', 'unsupported_media'],
  })
  upload(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cycle }: EvidenceFileQuery,
    @FileUpload() upload: Upload,
  ): Promise<EvidenceFileView> {
    return this.files.upload(actor, id, cycle, upload);
  }

  @Get('evidence-files/:id')
  @Public('update.read')
  @Operation({
    summary: 'A file of evidence, to be downloaded by whoever sees an update that names it',
    errors: ['not_found', 'gone'],
    produces: ['application/pdf', 'application/octet-stream'],
    example: '%PDF-1.7 …',
  })
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { file, content } = await this.files.open(actor, id);
    return download(reply, content, file, known);
  }

  @Delete('evidence-files/:id')
  @Can('update.write')
  @Operation({
    summary: 'Take back a file that no update names',
    status: 204,
    errors: ['not_found', 'conflict'],
  })
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.files.remove(actor, id);
  }
}
