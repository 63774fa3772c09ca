import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation, Public, publicAnswer, SameForEverybody } from '#platform/http';
import { PublicationsDto } from './publications.dto.js';
import { EditionQuery, PublicRegionDto, PublicStateDto, TableQuery } from './site.dto.js';
import { STATE_EXAMPLE } from './site.examples.js';
import { SiteService, XLSX } from './site.service.js';
import type { PublicTable } from './site.vocabulary.js';

const FILES = ['application/json', 'text/csv', XLSX];
const FILE_EXAMPLE = { edition: {}, cite: {}, licence: null, rows: [] };

/** What the public site shows of the States' progress. The caller's session, if any, changes nothing in it. */
@ApiTags('public site')
@Controller('api/public')
export class SiteController {
  constructor(@Inject(SiteService) private readonly site: SiteService) {}

  @Get('editions')
  @Public()
  @SameForEverybody()
  @Operation({
    summary: 'Published cycles, newest first, each with its snapshot, how to cite it and the terms of use',
    response: PublicationsDto,
  })
  editions(): Promise<PublicationsDto> {
    return this.site.publications();
  }

  @Get('region')
  @Public()
  @SameForEverybody()
  @Operation({
    summary: 'The region’s numbers as they were published: State x area with its totals',
    response: PublicRegionDto,
    errors: ['not_found'],
  })
  region(@Query() { cycle }: EditionQuery): Promise<PublicRegionDto> {
    return this.site.region(cycle);
  }

  @Get('states/:code')
  @Public()
  @SameForEverybody()
  @ApiParam({ name: 'code', example: 'MX' })
  @Operation({
    summary: 'A State’s commitments and facts as they were published',
    response: PublicStateDto,
    example: STATE_EXAMPLE,
    errors: ['not_found'],
  })
  state(@Param('code') code: string, @Query() { cycle }: EditionQuery): Promise<PublicStateDto> {
    return this.site.state(code, cycle);
  }

  @Get('commitments')
  @Public()
  @Operation({
    summary: 'Published commitments and how each stands, as JSON, CSV or a workbook',
    produces: FILES,
    example: FILE_EXAMPLE,
    errors: ['not_found'],
  })
  commitments(@Query() query: TableQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send('commitments', query, request, reply);
  }

  @Get('facts')
  @Public()
  @Operation({
    summary: 'Published facts with their figures, as JSON, CSV or a workbook',
    produces: FILES,
    example: FILE_EXAMPLE,
    errors: ['not_found'],
  })
  facts(@Query() query: TableQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send('facts', query, request, reply);
  }

  private async send(
    table: PublicTable,
    query: TableQuery,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { name, type, content } = await this.site.table(table, query);
    const sent = publicAnswer(request, reply, content);
    await reply
      .headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
      .send(typeof sent === 'object' ? Buffer.from(sent) : sent);
  }
}
