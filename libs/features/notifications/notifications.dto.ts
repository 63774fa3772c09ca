import { Bool, Instant, OneOf, PageQuery, Text, Uuid, Whole } from '#platform/http';
import { ApiProperty } from '@nestjs/swagger';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.vocabulary.js';

export class NotificationsQuery extends PageQuery {
  @Bool({ optional: true, description: 'Only what was not read yet', example: true })
  unread?: boolean;
}

/** Something that the person should know of. */
export class NotificationDto {
  @Uuid()
  id: string;

  @OneOf(NOTIFICATION_KINDS, { example: 'update_returned' })
  kind: NotificationKind;

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

  @Instant()
  createdAt: Date;

  @Instant({ optional: true, description: 'Null while it is unread' })
  readAt: Date | null;
}

export class UnreadDto {
  @Whole({ min: 0, max: 100, description: 'How many are unread; 100 stands for that and more', example: 2 })
  unread: number;
}
