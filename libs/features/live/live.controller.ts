import { Controller, Inject, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { type Actor, Can, CurrentActor, Operation } from '#platform/http';
import { LiveStreams } from './live-streams.service.js';

/** Characters that may wait for a browser that does not read; then it is cut off, and comes back. */
const MOST_UNREAD = 64 * 1024;

@ApiTags('account')
@Controller('api/events')
export class LiveController {
  constructor(@Inject(LiveStreams) private readonly streams: LiveStreams) {}

  @Sse('', { maxPendingDataLength: MOST_UNREAD })
  @Can('account.use')
  @Operation({
    summary:
      'What changes for the signed-in person, as server-sent events until the session ends: `changed` names what to read anew, `refetch` means all of it',
    errors: ['too_many', 'unavailable'],
    produces: ['text/event-stream'],
    example:
      'event: hello\nid: 1\nretry: 3000\ndata: {}\n\nevent: changed\nid: 2\ndata: {"changes":[{"topic":"cycle","key":"2024-annual"}]}\n\n',
  })
  open(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<Observable<MessageEvent>> {
    return this.streams.open(actor, request);
  }
}
