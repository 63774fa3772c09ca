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
import {
  AnnualMeetingBody,
  AnnualMeetingsQuery,
  AnnualMeetingView,
  DocumentParam,
  MeetingParam,
  RegionalDocumentBody,
  RegionalDocumentsQuery,
  RegionalDocumentView,
} from './regional-record.dto.js';
import { SEEN, WRITE } from './regional-plans.controller.js';
import { RegionalPlansService } from './regional-plans.service.js';
import { DOCUMENT_EXAMPLE, MEETING_EXAMPLE } from './regional.examples.js';

@ApiTags('regional')
@Controller('api/regional')
export class AnnualMeetingsController {
  constructor(@Inject(RegionalPlansService) private readonly regional: RegionalPlansService) {}

  @Get('meetings')
  @Public()
  @Operation({
    summary: 'Annual Meetings with the documents that they adopted, the newest first',
    response: [AnnualMeetingView],
    example: [MEETING_EXAMPLE],
  })
  meetings(@Query() query: AnnualMeetingsQuery): Promise<AnnualMeetingView[]> {
    return this.regional.meetings(query);
  }

  @Get('meetings/:ordinal')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One Annual Meeting by its number',
    response: AnnualMeetingView,
    example: MEETING_EXAMPLE,
    errors: ['not_found'],
  })
  meeting(@Param() { ordinal }: MeetingParam): Promise<AnnualMeetingView> {
    return this.regional.meeting(ordinal);
  }

  @Put('meetings/:ordinal')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write an Annual Meeting',
    description: SEEN,
    response: AnnualMeetingView,
    example: MEETING_EXAMPLE,
    errors: WRITE,
  })
  putMeeting(
    @CurrentActor() actor: Actor,
    @Param() { ordinal }: MeetingParam,
    @IfMatch() seen: number,
    @Body() input: AnnualMeetingBody,
  ): Promise<AnnualMeetingView> {
    return this.regional.putMeeting(actor, ordinal, input, seen);
  }

  @Delete('meetings/:ordinal')
  @Can('regional.write')
  @Versioned({ write: true })
  @Operation({ summary: 'Take an Annual Meeting away; its documents stay', status: 204, errors: WRITE })
  removeMeeting(
    @CurrentActor() actor: Actor,
    @Param() { ordinal }: MeetingParam,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.regional.removeMeeting(actor, ordinal, seen);
  }

  @Get('documents')
  @Public()
  @Operation({
    summary: 'Declarations, the Statutory Charter and resolutions, the newest first',
    response: [RegionalDocumentView],
    example: [DOCUMENT_EXAMPLE],
  })
  documents(@Query() query: RegionalDocumentsQuery): Promise<RegionalDocumentView[]> {
    return this.regional.documents(query);
  }

  @Get('documents/:key')
  @Public()
  @Versioned()
  @Operation({
    summary: 'One document',
    response: RegionalDocumentView,
    example: DOCUMENT_EXAMPLE,
    errors: ['not_found'],
  })
  document(@Param() { key }: DocumentParam): Promise<RegionalDocumentView> {
    return this.regional.document(key);
  }

  @Put('documents/:key')
  @Can('regional.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write a document',
    description: SEEN,
    response: RegionalDocumentView,
    example: DOCUMENT_EXAMPLE,
    errors: WRITE,
  })
  putDocument(
    @CurrentActor() actor: Actor,
    @Param() { key }: DocumentParam,
    @IfMatch() seen: number,
    @Body() input: RegionalDocumentBody,
  ): Promise<RegionalDocumentView> {
    return this.regional.putDocument(actor, key, input, seen);
  }

  @Delete('documents/:key')
  @Can('regional.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a document away, also from the plans that name it',
    status: 204,
    errors: WRITE,
  })
  removeDocument(
    @CurrentActor() actor: Actor,
    @Param() { key }: DocumentParam,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.regional.removeDocument(actor, key, seen);
  }
}
