import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
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
  IfMatch,
  Operation,
  Public,
  TakesFile,
  type Upload,
  Versioned,
} from '#platform/http';
import { download, PICTURE_TYPE } from '#platform/storage';
import { StoryPhotoInput, StoryPhotoOrder } from './story-photo.dto.js';
import { StoryPhotosService } from './story-photos.service.js';
import { StoryView } from './story.dto.js';
import { STORY_EXAMPLE } from './story.examples.js';

const CHANGE = ['not_found', 'conflict', 'stale', 'precondition_required'] as const;
const draft = { ...STORY_EXAMPLE, status: 'draft' as const, publishedAt: null, version: 3 };

@ApiTags('stories')
@Controller('api/stories/:id/photos')
export class StoryPhotosController {
  constructor(@Inject(StoryPhotosService) private readonly photos: StoryPhotosService) {}

  @Post()
  @Can('story.write')
  @TakesFile()
  @Versioned({ write: true })
  @Operation({
    summary: 'Add a photo to a draft',
    description:
      'JPEG, PNG or WebP by its bytes; 25 MB and 50 million points at most, 6 photos a story. It is kept as a JPEG of 1,600 points at most, ' +
      'upright, without what the camera wrote into it, such as the place. What it shows, its credit and the consent are said of it afterwards.',
    response: StoryView,
    example: draft,
    status: 201,
    errors: [...CHANGE, 'malformed', 'payload_too_large', 'unsupported_media'],
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @FileUpload() upload: Upload,
  ): Promise<StoryView> {
    return this.photos.add(actor, id, version, upload);
  }

  @Put()
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Put the photos of a draft in order',
    response: StoryView,
    example: draft,
    errors: CHANGE,
  })
  order(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { ids }: StoryPhotoOrder,
  ): Promise<StoryView> {
    return this.photos.order(actor, id, version, ids);
  }

  @Put(':photoId')
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Say what a photo of a draft shows, whose it is, and who consented to it',
    response: StoryView,
    example: draft,
    errors: CHANGE,
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
    @IfMatch() version: number,
    @Body() input: StoryPhotoInput,
  ): Promise<StoryView> {
    return this.photos.save(actor, id, version, photoId, input);
  }

  @Delete(':photoId')
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Remove a photo from a draft',
    response: StoryView,
    example: { ...draft, photos: [] },
    errors: CHANGE,
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
    @IfMatch() version: number,
  ): Promise<StoryView> {
    return this.photos.remove(actor, id, version, photoId);
  }

  @Post(':photoId/withdraw')
  @Can('story.write')
  @Versioned({ write: true })
  @Operation({
    summary:
      'Take a photo back because the consent to it was: from the story, published or not, and from its reports',
    response: StoryView,
    example: { ...STORY_EXAMPLE, photos: [], version: 3 },
    errors: CHANGE,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
    @IfMatch() version: number,
  ): Promise<StoryView> {
    return this.photos.withdraw(actor, id, version, photoId);
  }

  @Get(':photoId')
  @Public('story.read')
  @Operation({
    summary: 'The picture itself, for whoever reads the story',
    errors: ['not_found', 'gone'],
    produces: [PICTURE_TYPE],
    example: '…',
  })
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { photo, content } = await this.photos.open(actor, id, photoId);
    const { bytes, sha256 } = photo;
    return download(
      reply,
      content,
      { name: `${photoId}.jpg`, contentType: PICTURE_TYPE, bytes, sha256 },
      known,
    );
  }
}
