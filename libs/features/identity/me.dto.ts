import { Bool, Instant, Nested, OneOf, Text, Uuid } from '#platform/http';
import { LANGS, ROLES, SCOPES, SIGN_IN_METHODS } from './identity.vocabulary.js';
import { PERMISSIONS } from './policy.js';
import { RoleDto, STATE } from './role.dto.js';
import { MAIL_ADDRESS } from './users.dto.js';

export class EmailChangeDto {
  @Text({ ...MAIL_ADDRESS, description: 'The new address' })
  email: string;
}

export class OwnPasswordDto {
  @Text({ max: 128, example: 'sopa norte lápiz tren' })
  currentPassword: string;

  @Text({ max: 128, description: 'Of 12 characters or more', example: 'four other plain words' })
  newPassword: string;
}

/** What is left out stays as it is. */
export class OwnSettingsDto {
  @Text({
    optional: true,
    min: 1,
    max: 200,
    description: 'How others see the person named',
    example: 'Ana Pérez',
  })
  name?: string;

  @OneOf(LANGS, { optional: true, description: 'Language of mails and pages' })
  lang?: 'en' | 'es';
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

  @Bool({ description: 'A token for programs can carry it' })
  forPrograms: boolean;
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
