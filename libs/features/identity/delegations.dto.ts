import { Instant, Nested, OneOf, Text, Uuid } from '#platform/http';
import { ASSIGNABLE_ROLES } from './identity.vocabulary.js';

export class NewDelegationDto {
  @Uuid({ description: 'Who stands in' })
  takerId: string;

  @Instant({ optional: true, description: 'From this instant; absent: from now' })
  validFrom?: string | null;

  @Instant({ description: 'Ends by itself at this instant, at most 180 days after it begins' })
  validTo: string;

  @Text({ optional: true, max: 300, example: 'Leave until 15 August' })
  reason?: string | null;
}

/** A person by name. */
export class ColleagueDto {
  @Uuid()
  id: string;

  @Text({ example: 'Luis Gómez' })
  name: string;

  @OneOf(ASSIGNABLE_ROLES, { example: 'national_coordinator' })
  role: string;
}

class NamedDto {
  @Uuid()
  id: string;

  @Text({ example: 'Luis Gómez' })
  name: string;
}

export class DelegationDto {
  @Uuid()
  id: string;

  @Nested(() => NamedDto, { description: 'Who is absent' })
  giver: NamedDto;

  @Nested(() => NamedDto, { description: 'Who stands in' })
  taker: NamedDto;

  @Instant()
  validFrom: Date | string;

  @Instant()
  validTo: Date | string;

  @Text({ optional: true, example: 'Leave until 15 August' })
  reason: string | null;
}

export class ActingForDto {
  @Uuid({
    optional: true,
    description: 'A delegation to oneself that holds now; null: act for oneself again',
  })
  delegationId: string | null;
}
