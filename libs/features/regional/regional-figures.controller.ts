import { Body, Controller, Delete, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  Operation,
  Public,
  Versioned,
} from '#platform/http';
import { AcronymInput, AcronymsQuery, AcronymView, PlaceParam } from './acronym.dto.js';
import {
  ContextFigureBody,
  ContextFiguresQuery,
  ContextFigureView,
  FigureParam,
  PublishedCountBody,
  PublishedCountView,
} from './regional-figures.dto.js';
import { RegionalFiguresService } from './regional-figures.service.js';
import { SEEN, WRITE } from './regional-plans.controller.js';
import { ACRONYM_EXAMPLE, COUNT_EXAMPLE, FIGURE_EXAMPLE } from './regional.examples.js';

@ApiTags('regional')
@Controller('api/regional')
export class RegionalFiguresController {
  constructor(@Inject(RegionalFiguresService) private readonly regional: RegionalFiguresService) {}

  @Get('figures')
  @Public()
  @Operation({
    summary: 'Figures of the regional context, the newest year first',
    response: [ContextFigureView],
    example: [FIGURE_EXAMPLE],
  })
  figures(@Query() query: ContextFiguresQuery): Promise<ContextFigureView[]> {
    return this.regional.figures(query);
  }

  @Get('figures/:year/:key')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One figure of the regional context',
    response: ContextFigureView,
    example: FIGURE_EXAMPLE,
    errors: ['not_found'],
  })
  figure(@Param() { year, key }: FigureParam): Promise<ContextFigureView> {
    return this.regional.figure(year, key);
  }

  @Put('figures/:year/:key')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write a figure of the regional context',
    description: SEEN,
    response: ContextFigureView,
    example: FIGURE_EXAMPLE,
    errors: WRITE,
  })
  putFigure(
    @CurrentActor() actor: Actor,
    @Param() { year, key }: FigureParam,
    @IfMatch() seen: number,
    @Body() input: ContextFigureBody,
  ): Promise<ContextFigureView> {
    return this.regional.putFigure(actor, year, key, input, seen);
  }

  @Delete('figures/:year/:key')
  @Can('regional.write')
  @Versioned({ write: true })
  @Operation({ summary: 'Take a figure of the regional context away', status: 204, errors: WRITE })
  removeFigure(
    @CurrentActor() actor: Actor,
    @Param() { year, key }: FigureParam,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.regional.removeFigure(actor, year, key, seen);
  }

  @Get('counts')
  @Public()
  @Operation({
    summary: 'How many commitments each State published, by area, and what other sources count',
    response: [PublishedCountView],
    example: [COUNT_EXAMPLE],
  })
  counts(): Promise<PublishedCountView[]> {
    return this.regional.counts();
  }

  @Put('counts/:place')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write how many commitments a State published',
    description: SEEN,
    response: PublishedCountView,
    example: COUNT_EXAMPLE,
    errors: WRITE,
  })
  putCount(
    @CurrentActor() actor: Actor,
    @Param() { place }: PlaceParam,
    @IfMatch() seen: number,
    @Body() input: PublishedCountBody,
  ): Promise<PublishedCountView> {
    return this.regional.putCount(actor, place, input, seen);
  }

  @Get('acronyms')
  @Public()
  @Operation({
    summary: 'Acronyms of the region and of the States',
    response: [AcronymView],
    example: [ACRONYM_EXAMPLE],
  })
  acronyms(@Query() query: AcronymsQuery): Promise<AcronymView[]> {
    return this.regional.acronyms(query);
  }

  @Put('acronyms')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write an acronym under its place',
    description: SEEN,
    response: AcronymView,
    example: ACRONYM_EXAMPLE,
    errors: WRITE,
  })
  putAcronym(
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: AcronymInput,
  ): Promise<AcronymView> {
    return this.regional.putAcronym(actor, input, seen);
  }
}
