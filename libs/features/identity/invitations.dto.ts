import { Bool, Instant, Nested, OneOf, Text, Uuid } from '#platform/http';
import { LANGS } from './identity.vocabulary.js';
import { NewRoleDto, RoleDto } from './role.dto.js';
import { MAIL_ADDRESS } from './users.dto.js';

/** A person to invite: they choose a password themselves. */
export class NewInvitationDto {
  @Text({ max: 200, example: 'Ana Pérez' })
  name: string;

  @Text(MAIL_ADDRESS)
  email: string;

  @OneOf(LANGS, { optional: true, default: 'es', description: 'Language of mails and pages' })
  lang?: 'en' | 'es';

  @Nested(() => NewRoleDto, { many: true, max: 50 })
  roles: NewRoleDto[];
}

/** Somebody who was invited and has not come yet. */
export class InvitationDto {
  @Uuid()
  userId: string;

  @Text({ example: 'Ana Pérez' })
  name: string;

  @Text({ example: 'ana.perez@example.org' })
  email: string;

  @OneOf(LANGS)
  lang: string;

  @Instant()
  sentAt: Date | string;

  @Instant()
  expiresAt: Date | string;

  @Bool({ description: 'False: the link no longer works; send it anew' })
  open: boolean;

  @Nested(() => RoleDto, { many: true })
  roles: RoleDto[];
}
