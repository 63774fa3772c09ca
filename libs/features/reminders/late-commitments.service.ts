import { Inject, Injectable } from '@nestjs/common';
import { CYCLE } from '#features/cycles';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, notFound, RawJson } from '#platform/http';
import { LATE_COMMITMENTS } from './late-commitments.queries.js';

/** Tells what a cycle still waits for, and who was reminded of it when. */
@Injectable()
export class LateCommitments {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /**
   * Every commitment of the States that the actor answers for. People are named to who sees them on a commitment's page, too;
   * others read the institution.
   * @param state only of this State
   * @throws DomainError not_found
   */
  async of(actor: Actor, cycleKey: string, state?: string): Promise<RawJson> {
    const seen = this.access.reachOf(actor, 'reminder.read').working;
    const known = this.access.reachOf(actor, 'plan.read').working;
    const states = state === undefined ? seen : seen === 'all' || seen.includes(state) ? [state] : [];
    const row = await this.database.one<{ body: string }>(
      LATE_COMMITMENTS,
      [this.clock.now(), cycleKey, orNull(states), orNull(known)],
      'late_commitments',
    );
    if (!row) throw notFound(CYCLE);
    return new RawJson(row.body);
  }
}

const orNull = (states: 'all' | string[]): string[] | null => (states === 'all' ? null : states);
