import { Inject, Injectable, Optional } from '@nestjs/common';
import { Clock } from '#platform/clock';
import type { RoleGrant } from '#platform/http';
import { grantsAt, type TimedGrant, untilChange, withinTerms } from './grants.rules.js';
import { StateFacts } from './state-facts.js';

/** What somebody may use now, and for how long that is certain. */
export interface GrantsNow {
  grants: readonly RoleGrant[];
  /** Milliseconds until a role begins or ends. */
  certainFor: number;
}

/** Turns stored assignments into the grants of this moment. */
@Injectable()
export class Grants {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(StateFacts) private readonly states?: StateFacts,
  ) {}

  async now(assigned: readonly TimedGrant[]): Promise<GrantsNow> {
    const at = this.clock.now().getTime();
    const held = (await Promise.all(assigned.map((grant) => this.held(grant)))).flat();
    return { grants: Object.freeze(grantsAt(held, at)), certainFor: untilChange(held, at) };
  }

  private async held(grant: TimedGrant): Promise<TimedGrant[]> {
    if (grant.role !== 'presidency' || !grant.stateCode || !this.states) return [grant];
    return withinTerms(grant, await this.states.presidencyTermsOf(grant.stateCode));
  }
}
