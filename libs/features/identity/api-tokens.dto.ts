import { Instant, Text, TextList, Uuid } from '#platform/http';
import { PERMISSIONS } from './policy.js';

export class NewTokenDto {
  @Text({ max: 80, description: 'What it is for', example: 'Monthly figures of the statistics office' })
  name: string;

  @TextList({
    words: PERMISSIONS,
    description: 'What a program may do with it: some of your own permissions',
    example: ['update.read', 'export.read'],
  })
  permissions: string[];

  @Instant({ description: 'Ends by itself at this instant, at most 366 days from now' })
  expiresAt: string;
}

/** A token without its secret. */
export class TokenDto {
  @Uuid()
  id: string;

  @Text({ example: 'Monthly figures of the statistics office' })
  name: string;

  @Text({ description: 'Its last four characters', example: 'x7Qe' })
  hint: string;

  @TextList({ example: ['update.read', 'export.read'] })
  permissions: string[];

  @Instant()
  createdAt: Date | string;

  @Instant()
  expiresAt: Date | string;

  @Instant({ optional: true, description: 'To the minute; null when it was never used' })
  lastUsedAt: Date | string | null;
}

export class ShownTokenDto extends TokenDto {
  @Text({
    description: 'The token itself, for `Authorization: Bearer …`; it is shown this once',
    example: 'mirps_Zr4…',
  })
  token: string;
}
