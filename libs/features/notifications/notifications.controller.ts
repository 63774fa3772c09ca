import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Operation, type Page, pageSchema } from '#platform/http';
import { NotificationDto, NotificationsQuery, UnreadDto } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';

const news = {
  about: { code: 'MX-01', cycle: '2024-annual' },
  path: '/my-updates/2024-annual/0197a0de-5b4c-7c31-9f57-2f4f4b6f3c12',
};
const example = {
  ...news,
  id: '0197a0de-5b4c-7c31-9f57-2f4f4b6f3c11',
  kind: 'update_returned',
  count: 1,
  items: [news],
  createdAt: '2024-10-02T15:00:00Z',
  readAt: null,
};

@ApiTags('account')
@Controller('api/me/notifications')
export class NotificationsController {
  constructor(@Inject(NotificationsService) private readonly notifications: NotificationsService) {}

  @Get()
  @Can('account.use')
  @Operation({
    summary: 'What the signed-in person should know of, newest first',
    response: pageSchema(NotificationDto),
    example: { items: [example], nextCursor: null },
  })
  list(@CurrentActor() actor: Actor, @Query() query: NotificationsQuery): Promise<Page<NotificationDto>> {
    return this.notifications.list(actor, query);
  }

  @Get('unread')
  @Can('account.use')
  @Operation({
    summary: 'How many of them are unread; what is shown as one counts once',
    response: UnreadDto,
    example: { unread: 2 },
  })
  unread(@CurrentActor() actor: Actor): Promise<UnreadDto> {
    return this.notifications.unread(actor);
  }

  @Post('read')
  @HttpCode(200)
  @Can('account.use')
  @Operation({ summary: 'Mark all as read', response: UnreadDto, example: { unread: 0 } })
  readAll(@CurrentActor() actor: Actor): Promise<UnreadDto> {
    return this.notifications.readAll(actor);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Can('account.use')
  @Operation({
    summary: 'Mark one as read, with what is shown as one with it',
    response: UnreadDto,
    example: { unread: 1 },
    errors: ['not_found'],
  })
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnreadDto> {
    return this.notifications.read(actor, id);
  }
}
