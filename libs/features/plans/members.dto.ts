import { Bool, Instant, Nested, OneOf, Text, Uuid, DateOnly, LongText } from '#platform/http';

/** The roles that make somebody a member of a State's National Technical Team. */
export const MEMBER_ROLES = ['national_coordinator', 'focal_point'] as const;

/** One role of a member in the State. */
export class MemberRoleDto {
  @Uuid()
  id: string;

  @OneOf(MEMBER_ROLES)
  role: (typeof MEMBER_ROLES)[number];

  @Uuid({ optional: true })
  institutionId: string | null;

  @Instant()
  validFrom: string;

  @Instant({ optional: true, description: 'Null: until further notice' })
  validTo: string | null;
}

/** A commitment that a member reports on. */
export class MemberCommitmentDto {
  @Uuid({ description: 'By which it is ended' })
  focalPointId: string;

  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @DateOnly()
  fromOn: string;
}

export class MemberDto {
  @Uuid()
  userId: string;

  @Text({ example: 'Ana Pérez' })
  name: string;

  @Text({ example: 'ana.perez@example.org' })
  email: string;

  @Bool({ description: 'False: may not sign in' })
  active: boolean;

  @Bool({ description: 'Was asked in by mail and has not come yet' })
  invited: boolean;

  @Instant({
    optional: true,
    description: 'Within some five minutes, of the sessions that are still open; null: signed in nowhere',
  })
  lastSeenAt: string | null;

  @Nested(() => MemberRoleDto, { many: true, description: 'Of this State, past and future ones too' })
  roles: MemberRoleDto[];

  @Nested(() => MemberCommitmentDto, { many: true, description: 'Of this State, today' })
  commitments: MemberCommitmentDto[];
}

/** A commitment of the plan in force that nobody in particular reports on. */
export class UnassignedDto {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text({ example: 'Follow-up visits to immigration stations' })
  titleEn: string;

  @Text({ example: 'Visitas de seguimiento a estaciones migratorias' })
  titleEs: string;
}

/** A State's National Technical Team. */
export class NationalTeamDto {
  @Nested(() => MemberDto, { many: true, description: 'Coordinators first, then by name' })
  members: MemberDto[];

  @Nested(() => UnassignedDto, {
    many: true,
    description: 'Commitments of the plan in force without a focal point',
  })
  unassigned: UnassignedDto[];
}

export class MemberEndInput {
  @LongText({ optional: true, max: 300, description: 'Why; kept in the audit trail, so it names nobody' })
  reason?: string | null;
}

export class MemberRenewalInput {
  @Instant({ optional: true, description: 'Ends by itself at this instant; absent: until further notice' })
  validTo?: string | null;
}
