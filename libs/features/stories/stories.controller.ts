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
  Versioned,
} from '#platform/http';
import { StoriesService } from './stories.service.js';
import { CreateStory, StoriesQuery, StoryBody, StoryView } from './story.dto.js';
import { STORY_EXAMPLE as example } from './story.examples.js';

@ApiTags('stories')
@Controller('api/stories')
export class StoriesController {
  constructor(@Inject(StoriesService) private readonly stories: StoriesService) {}

  @Get()
  @Public('story.read')
  @Operation({
    summary: 'Published stories, and drafts for who works with them',
    response: pageSchema(StoryView),
    example: { items: [example], nextCursor: null },
  })
  list(@CurrentActor() actor: Actor, @Query() query: StoriesQuery): Promise<Page<StoryView>> {
    return this.stories.list(actor, query);
  }

  @Get(':id')
  @Public('story.read')
  @Versioned()
  @Operation({ summary: 'One story', response: StoryView, example, errors: ['not_found'] })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StoryView> {
    return this.stories.get(actor, id);
  }

  @Post()
  @Can('story.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Begin a story as a draft',
    response: StoryView,
    example,
    status: 201,
    errors: ['not_found'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: CreateStory): Promise<StoryView> {
    return this.stories.create(actor, input);
  }

  @Put(':id')
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a draft',
    response: StoryView,
    example,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: StoryBody,
  ): Promise<StoryView> {
    return this.stories.save(actor, id, version, input);
  }

  @Post(':id/publish')
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Publish a story whose consent is on file',
    response: StoryView,
    example,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<StoryView> {
    return this.stories.publish(actor, id, version);
  }

  @Post(':id/withdraw')
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a story back, so that nobody reads it any more, in reports of older snapshots neither',
    response: StoryView,
    example: { ...example, status: 'draft', withdrawnAt: '2024-12-02T15:00:00Z' },
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<StoryView> {
    return this.stories.withdraw(actor, id, version);
  }
}
