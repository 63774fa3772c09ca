import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, IfMatch, Operation, Versioned } from '#platform/http';
import { COMPOSITION_EXAMPLE, SECTION_EXAMPLE } from './edition.examples.js';
import { SectionViews } from './section.views.js';
import {
  ComparisonDto,
  ComparisonQuery,
  ReferableDto,
  ReferencesQuery,
  SectionVersionDto,
} from './section-readings.dto.js';
import {
  CompositionDto,
  PreviewDto,
  SectionDto,
  SectionOwnerBody,
  SectionStateBody,
  SectionTextsBody,
} from './sections.dto.js';
import { SectionsService } from './sections.service.js';

@ApiTags('editions')
@Controller('api/compositions/:key')
export class CompositionsController {
  constructor(
    @Inject(SectionViews) private readonly views: SectionViews,
    @Inject(SectionsService) private readonly sections: SectionsService,
  ) {}

  @Get()
  @Can('section.read')
  @Operation({
    summary:
      'The report in preparation of a cycle: every section that the caller may read, with its owner, state, words and problems',
    response: CompositionDto,
    example: COMPOSITION_EXAMPLE,
    errors: ['not_found'],
  })
  composition(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<CompositionDto> {
    return this.views.composition(actor, key);
  }

  @Get('references')
  @Can('section.read')
  @Operation({
    summary: 'Figures that a text can refer to, with what they stand for; at most 40',
    response: [ReferableDto],
    errors: ['not_found'],
  })
  references(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Query() query: ReferencesQuery,
  ): Promise<ReferableDto[]> {
    return this.views.references(actor, key, query);
  }

  @Get('sections/:section')
  @Can('section.read')
  @Versioned()
  @Operation({
    summary: 'One section with its texts',
    response: SectionDto,
    example: SECTION_EXAMPLE,
    errors: ['not_found'],
  })
  section(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
  ): Promise<SectionDto> {
    return this.views.one(actor, key, section);
  }

  @Put('sections/:section')
  @Can('section.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace the texts of a section',
    response: SectionDto,
    example: SECTION_EXAMPLE,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
    @IfMatch() version: number,
    @Body() body: SectionTextsBody,
  ): Promise<SectionDto> {
    return this.sections.save(actor, key, section, version, body);
  }

  @Put('sections/:section/state')
  @Can('section.write')
  @Versioned({ write: true })
  @Operation({
    summary:
      'Hand a section in, take it back, or (Secretariat) give it back with a note or say that it is final',
    response: SectionDto,
    example: SECTION_EXAMPLE,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  move(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
    @IfMatch() version: number,
    @Body() body: SectionStateBody,
  ): Promise<SectionDto> {
    return this.sections.move(actor, key, section, version, body);
  }

  @Put('sections/:section/owner')
  @Can('edition.prepare')
  @Versioned({ write: true })
  @Operation({
    summary: 'Say who answers for a section',
    response: SectionDto,
    example: SECTION_EXAMPLE,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  assign(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
    @IfMatch() version: number,
    @Body() body: SectionOwnerBody,
  ): Promise<SectionDto> {
    return this.sections.assign(actor, key, section, version, body);
  }

  @Post('sections/:section/preview')
  @Can('section.read')
  @Operation({
    summary:
      'Texts, saved or not, with the figures in place of the references, and what is to be told of them',
    response: PreviewDto,
    status: 200,
    errors: ['not_found'],
  })
  preview(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
    @Body() body: SectionTextsBody,
  ): Promise<PreviewDto> {
    return this.views.preview(actor, key, section, body);
  }

  @Get('sections/:section/suggestion')
  @Can('section.read')
  @Operation({
    summary:
      'A text to begin with, put together from approved updates by fixed rules; empty where there is nothing',
    response: SectionTextsBody,
    errors: ['not_found'],
  })
  suggestion(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
  ): Promise<SectionTextsBody> {
    return this.views.suggestion(actor, key, section);
  }

  @Get('sections/:section/versions')
  @Can('section.read')
  @Operation({
    summary: 'How a section was, newest first',
    response: [SectionVersionDto],
    errors: ['not_found'],
  })
  versions(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
  ): Promise<SectionVersionDto[]> {
    return this.views.versions(actor, key, section);
  }

  @Get('sections/:section/comparison')
  @Can('section.read')
  @Operation({
    summary: 'What became of a section between two versions, word by word',
    response: ComparisonDto,
    errors: ['not_found'],
  })
  comparison(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('section') section: string,
    @Query() query: ComparisonQuery,
  ): Promise<ComparisonDto> {
    return this.views.comparison(actor, key, section, query);
  }
}
