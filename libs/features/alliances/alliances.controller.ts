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
  Public,
  Versioned,
} from '#platform/http';
import {
  AlliancesQuery,
  AlliancesView,
  CreateDialogue,
  DialogueBody,
  DialogueView,
  EventBody,
  EventView,
  PlatformBody,
  PlatformView,
} from './alliance.dto.js';
import { ALLIANCES_EXAMPLE, DIALOGUE_EXAMPLE, EVENT_EXAMPLE, PLATFORM_EXAMPLE } from './alliance.examples.js';
import { AlliancesService } from './alliances.service.js';

@ApiTags('alliances')
@Controller('api/alliances')
export class AlliancesController {
  constructor(@Inject(AlliancesService) private readonly alliances: AlliancesService) {}

  @Get()
  @Public()
  @Operation({
    summary: 'Dialogue mechanisms and events of a year, and the Support Platform',
    response: AlliancesView,
    example: ALLIANCES_EXAMPLE,
  })
  overview(@Query() query: AlliancesQuery): Promise<AlliancesView> {
    return this.alliances.overview(query);
  }

  @Post('dialogues')
  @Can('alliance.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Enter a dialogue mechanism of a year',
    response: DialogueView,
    example: DIALOGUE_EXAMPLE,
    status: 201,
    errors: ['conflict'],
  })
  createDialogue(@CurrentActor() actor: Actor, @Body() input: CreateDialogue): Promise<DialogueView> {
    return this.alliances.createDialogue(actor, input);
  }

  @Put('dialogues/:id')
  @Can('alliance.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a dialogue mechanism of a year',
    response: DialogueView,
    example: DIALOGUE_EXAMPLE,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  saveDialogue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: DialogueBody,
  ): Promise<DialogueView> {
    return this.alliances.saveDialogue(actor, id, version, input);
  }

  @Delete('dialogues/:id')
  @Can('alliance.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a dialogue mechanism of a year away',
    status: 204,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  removeDialogue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.alliances.removeDialogue(actor, id, version);
  }

  @Post('events')
  @Can('alliance.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Enter an event at the OAS or for learning',
    response: EventView,
    example: EVENT_EXAMPLE,
    status: 201,
  })
  createEvent(@CurrentActor() actor: Actor, @Body() input: EventBody): Promise<EventView> {
    return this.alliances.createEvent(actor, input);
  }

  @Put('events/:id')
  @Can('alliance.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace an event',
    response: EventView,
    example: EVENT_EXAMPLE,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  saveEvent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: EventBody,
  ): Promise<EventView> {
    return this.alliances.saveEvent(actor, id, version, input);
  }

  @Delete('events/:id')
  @Can('alliance.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take an event away',
    status: 204,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  removeEvent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.alliances.removeEvent(actor, id, version);
  }

  @Get('platform')
  @Public()
  @Versioned()
  @Operation({
    summary: 'The Support Platform: members and chairs by period',
    response: PlatformView,
    example: PLATFORM_EXAMPLE,
    errors: ['not_found'],
  })
  platform(): Promise<PlatformView> {
    return this.alliances.platform();
  }

  @Post('platform')
  @Can('alliance.write')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Enter the Support Platform where there is none yet',
    response: PlatformView,
    example: PLATFORM_EXAMPLE,
    status: 201,
    errors: ['conflict'],
  })
  enterPlatform(@CurrentActor() actor: Actor, @Body() input: PlatformBody): Promise<PlatformView> {
    return this.alliances.enterPlatform(actor, input);
  }

  @Put('platform')
  @Can('alliance.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace the Support Platform with its members and chairs',
    response: PlatformView,
    example: PLATFORM_EXAMPLE,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  savePlatform(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() input: PlatformBody,
  ): Promise<PlatformView> {
    return this.alliances.savePlatform(actor, version, input);
  }
}
