import { Bool, Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform/http';
import { ApiProperty } from '@nestjs/swagger';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.vocabulary.js';

export class NotificationsQuery extends PageQuery {
  @Bool({ optional: true, description: 'Only what was not read yet', example: true })
  unread?: boolean;
}

/** One piece of news. */
export class NewsDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description:
      'What the words need: `code` of a commitment, key of a `cycle`, code of a `state`, a `count`, days',
    example: { code: 'MX-01', cycle: '2024-annual' },
  })
  about: Record<string, string | number>;

  @Text({ max: 300, description: 'The page of the application that it leads to', example: '/my-updates' })
  path: string;
}

/** Something that the person should know of: one piece of news, or several of one kind and day that are shown as one. */
export class NotificationDto extends NewsDto {
  @Uuid()
  id: string;

  @OneOf(NOTIFICATION_KINDS, { example: 'update_returned' })
  kind: NotificationKind;

  @Whole({ min: 1, description: 'Pieces of news that are told as one', example: 1 })
  count: number;

  @Nested(() => NewsDto, { many: true, description: 'All of them, by code, without one the newest first' })
  items: NewsDto[];

  @Instant({ description: 'Of the newest' })
  createdAt: Date;

  @Instant({ optional: true, description: 'Null while it is unread' })
  readAt: Date | null;
}

export class UnreadDto {
  @Whole({ min: 0, max: 100, description: 'How many are unread; 100 stands for that and more', example: 2 })
  unread: number;
}
