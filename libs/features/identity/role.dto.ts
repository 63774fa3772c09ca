import { Instant, OneOf, Text, Uuid } from '#platform/http';
import { ASSIGNABLE_ROLES } from './identity.vocabulary.js';

/** The State that a role holds for. */
export const STATE = {
  optional: true,
  max: 2,
  pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string],
  example: 'MX',
};

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
