import { Bool, Instant, Nested, OneOf, PageQuery, Text, Uuid } from '#platform/http';
import { ASSIGNABLE_ROLES, LANGS } from './identity.vocabulary.js';
import { NewRoleDto, RoleDto, STATE } from './role.dto.js';

export const MAIL_ADDRESS = {
  max: 200,
  pattern: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'ana.perez@example.org'] as [RegExp, string],
  example: 'ana.perez@example.org',
};

export class UserDto {
  @Uuid()
  id: string;

  @Text({ example: 'Ana Pérez' })
  name: string;

  @Text({ example: 'ana.perez@example.org' })
  email: string;

  @OneOf(LANGS)
  lang: string;

  @Bool({ description: 'False: may not sign in' })
  active: boolean;

  @Bool({ description: 'Was asked in by mail and has not come yet' })
  invited: boolean;

  @Bool({ description: 'Has an authenticator app or a passkey' })
  secondFactor: boolean;

  @Instant()
  createdAt: Date | string;

  @Instant({ optional: true, description: 'Since when name and address are a pseudonym, for good' })
  erasedAt: Date | string | null;

  @Nested(() => RoleDto, { many: true, description: 'All assignments, past and future ones too' })
  roles: RoleDto[];
}

export class NewUserDto {
  @Text({ max: 200, example: 'Ana Pérez' })
  name: string;

  @Text(MAIL_ADDRESS)
  email: string;

  @OneOf(LANGS, { optional: true, default: 'es', description: 'Language of mails and pages' })
  lang?: 'en' | 'es';

  @Text({
    max: 128,
    description: 'First password, of 12 characters or more',
    example: 'sopa norte lápiz tren',
  })
  password: string;

  @Nested(() => NewRoleDto, { many: true, max: 50, optional: true })
  roles?: NewRoleDto[];
}

/** When a role was, is or will be held. */
export const HELD = ['now', 'ended', 'later'] as const;

export class UsersQuery extends PageQuery {
  @Text({
    optional: true,
    max: 100,
    description: 'Part of the name or of the e-mail address',
    example: 'ana',
  })
  q?: string;

  @OneOf(ASSIGNABLE_ROLES, { optional: true, description: 'Holds this role' })
  role?: string;

  @Text({ ...STATE, description: 'Holds a role for this State' })
  state?: string;

  @Uuid({ optional: true, description: 'Holds a role for this institution' })
  institution?: string;

  @OneOf(HELD, {
    optional: true,
    description: 'When the role that is looked for is held; absent: now, where one is looked for',
  })
  held?: string;

  @Bool({ optional: true, description: 'Only who has, or has not, an authenticator app or a passkey' })
  secondFactor?: boolean;

  @Bool({ optional: true, description: 'Only who may, or may not, sign in' })
  active?: boolean;
}

export class ActiveDto {
  @Bool({ description: 'False: may not sign in, and open sessions end' })
  active: boolean;
}

export class ErasureDto {
  @Text({ ...MAIL_ADDRESS, description: "The person's e-mail address, typed once more by whoever decides" })
  email: string;

  @Text({
    optional: true,
    max: 300,
    description: 'Why; it stays, so it names nobody',
    example: 'Left the institution and asked for it',
  })
  reason?: string | null;
}

export class NewPasswordDto {
  @Text({ max: 128, description: 'Of 12 characters or more', example: 'sopa norte lápiz tren' })
  password: string;
}
