import { Bool, Instant, Nested, OneOf, PageQuery, Text, Uuid } from '#platform/http';
import { ASSIGNABLE_ROLES, LANGS, ROLES, SCOPES, SIGN_IN_METHODS } from './identity.vocabulary.js';
import { PERMISSIONS } from './policy.js';

const STATE = { optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

/** A role to give to somebody. */
export class NewRoleDto {
  @OneOf(ASSIGNABLE_ROLES, { example: 'focal_point' })
  role: string;

  @Text({ ...STATE, description: 'State it holds for; the Presidency carries the State that holds it' })
  stateCode?: string | null;

  @Uuid({ optional: true, description: 'Institution it holds for' })
  institutionId?: string | null;

  @Text({ optional: true, max: 60, description: 'Regional Technical Team it holds for', example: 'health' })
  teamKey?: string | null;

  @Instant({ optional: true, description: 'Holds from this instant; absent: from now' })
  validFrom?: string | null;

  @Instant({ optional: true, description: 'Ends by itself at this instant; absent: until further notice' })
  validTo?: string | null;
}

export class RoleDto {
  @Uuid()
  id: string;

  @OneOf(ASSIGNABLE_ROLES, { example: 'focal_point' })
  role: string;

  @Text(STATE)
  stateCode: string | null;

  @Uuid({ optional: true })
  institutionId: string | null;

  @Text({ optional: true, max: 60, example: 'health' })
  teamKey: string | null;

  @Instant()
  validFrom: Date | string;

  @Instant({ optional: true })
  validTo: Date | string | null;
}

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

  @Instant()
  createdAt: Date | string;

  @Instant({ optional: true, description: 'Since when name and address are a pseudonym, for good' })
  erasedAt: Date | string | null;

  @Nested(() => RoleDto, { many: true, description: 'All assignments, past and future ones too' })
  roles: RoleDto[];
}

const MAIL_ADDRESS = {
  max: 200,
  pattern: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'ana.perez@example.org'] as [RegExp, string],
  example: 'ana.perez@example.org',
};

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

/** A place where a person is signed in. */
export class OpenSessionDto {
  @Uuid()
  id: string;

  @Text({
    optional: true,
    description: 'Browser and system, as far as they are known',
    example: 'Firefox · Windows',
  })
  device: string | null;

  @OneOf(SIGN_IN_METHODS, { description: 'How it was opened' })
  method: string;

  @Bool({ description: 'A second factor, or a passkey, was shown' })
  secondFactor: boolean;

  @Instant()
  createdAt: Date | string;

  @Instant({ description: 'Within some five minutes' })
  lastSeenAt: Date | string;

  @Bool({ description: 'The session that asks' })
  present: boolean;
}

export class EmailChangeDto {
  @Text({ ...MAIL_ADDRESS, description: 'The new address' })
  email: string;
}

export class UsersQuery extends PageQuery {
  @Text({
    optional: true,
    max: 100,
    description: 'Part of the name or of the e-mail address',
    example: 'ana',
  })
  q?: string;

  @OneOf(ASSIGNABLE_ROLES, { optional: true, description: 'Holds this role now' })
  role?: string;

  @Text({ ...STATE, description: 'Holds a role for this State now' })
  state?: string;

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

export class OwnPasswordDto {
  @Text({ max: 128, example: 'sopa norte lápiz tren' })
  currentPassword: string;

  @Text({ max: 128, description: 'Of 12 characters or more', example: 'four other plain words' })
  newPassword: string;
}

export class OwnSettingsDto {
  @OneOf(LANGS, { description: 'Language of mails and pages' })
  lang: 'en' | 'es';
}

export class PermissionDto {
  @OneOf(PERMISSIONS, { example: 'update.write' })
  permission: string;

  @OneOf(SCOPES, { example: 'own_commitments' })
  scope: string;

  @OneOf(ROLES, { example: 'focal_point' })
  role: string;

  @Text(STATE)
  stateCode: string | null;

  @Uuid({ optional: true })
  institutionId: string | null;

  @Text({ optional: true, max: 60, example: 'health' })
  teamKey: string | null;
}

class MeUserDto {
  @Uuid()
  id: string;

  @Text({ example: 'Ana Pérez' })
  name: string;

  @Text({ example: 'ana.perez@example.org' })
  email: string;
}

class ActingForUserDto {
  @Uuid()
  userId: string;

  @Text({ example: 'Luis Gómez' })
  name: string;
}

/** The signed-in person and what they may do. */
export class MeDto {
  @Nested(() => MeUserDto)
  user: MeUserDto;

  @Nested(() => RoleDto, { many: true, description: 'Assignments that hold now' })
  roles: RoleDto[];

  @Nested(() => PermissionDto, {
    many: true,
    description: 'One entry per permission and assignment that gives it',
  })
  permissions: PermissionDto[];

  @Nested(() => ActingForUserDto, {
    optional: true,
    description: 'Who is absent and whose powers are used now; null: the own ones',
  })
  actingFor: ActingForUserDto | null;

  @OneOf(LANGS)
  lang: string;

  @OneOf(['verify', 'enrol'], {
    optional: true,
    description: 'What is left to do before the person is signed in',
  })
  step: string | null;

  @Text({
    optional: true,
    description: 'Of the State of the first role that has one',
    example: 'America/Guatemala',
  })
  timeZone: string | null;
}
