import { Inject, Injectable } from '@nestjs/common';
import { type CycleSteps, cycleStateAt } from '#features/cycles';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { Outbox, topic } from '#platform/outbox';
import {
  CLAIM_SLOTS,
  CLAIMED_SLOTS,
  DUE_ITEMS,
  PRESIDENCY_TERMS,
  REMINDER_PERSONS,
  STEPPED_CYCLES,
  WAITING_ITEMS,
} from './reminder.queries.js';
import { planReminders } from './reminder.rules.js';
import type { ReminderInput, ReminderPlan } from './reminder.vocabulary.js';

/** Digests that were claimed and wait to be sent. */
export const remindersClaimed = topic<{ ids: string[] }>('reminder.claimed');

export interface ReminderRun {
  asOf: Date;
  /** Digests that this run claimed. */
  claimed: number;
  /** Slots that a later digest made needless. */
  overtaken: number;
}

/** How many digests one piece of news names. */
const BATCH = 100;

/** Finds out who is to be reminded of what, and claims each reminder once. */
@Injectable()
export class RemindersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Who would get what at an instant, and why. Writes nothing. */
  async plan(asOf: Date = this.clock.now()): Promise<ReminderPlan & { asOf: Date }> {
    return { asOf, ...planReminders(await this.input(asOf)) };
  }

  /**
   * Claims everything that is due and tells the senders, in one transaction. Any number of runs at once, or again after a
   * crash, claim each reminder once.
   */
  async run(asOf: Date = this.clock.now()): Promise<ReminderRun> {
    return this.database.transaction(async () => {
      const { digests, skipped } = await this.plan(asOf);
      const rows = [
        ...digests.map(({ userId, cycleId, kind, offsetDays, scheduledAt, items, why }) => ({
          ...{ id: newId(), userId, cycleId, kind, offsetDays, scheduledAt, outcome: 'claimed' },
          ...{ commitmentIds: items.map(({ commitmentId }) => commitmentId), whyEn: why.en, whyEs: why.es },
        })),
        ...skipped.map((slot) => ({
          ...slot,
          id: newId(),
          outcome: 'overtaken',
          commitmentIds: [],
          whyEn: '',
          whyEs: '',
        })),
      ];
      if (rows.length === 0) return { asOf, claimed: 0, overtaken: 0 };
      const mine = await this.database.query<{ id: string; outcome: string }>(CLAIM_SLOTS, [
        JSON.stringify(rows),
        this.clock.now(),
      ]);
      const ids = mine.filter(({ outcome }) => outcome === 'claimed').map(({ id }) => id);
      for (let from = 0; from < ids.length; from += BATCH)
        await this.outbox.publish(remindersClaimed, { ids: ids.slice(from, from + BATCH) });
      return { asOf, claimed: ids.length, overtaken: mine.length - ids.length };
    });
  }

  /** Everything that the rule asks, as it stood at the instant; of everybody, or of one person. */
  async input(asOf: Date, userId: string | null = null): Promise<ReminderInput> {
    const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
      this.database.query<T & Record<string, unknown>>(sql, values);
    // One after the other: they share the connection of the transaction.
    const stepped = await rows<Omit<ReminderInput['cycles'][number], 'state'> & CycleSteps>(STEPPED_CYCLES, [
      asOf,
    ]);
    const cycles = stepped.map((cycle) => ({ ...cycle, state: cycleStateAt(cycle, asOf) }));
    if (cycles.length === 0)
      return { asOf, cycles, persons: [], due: [], waiting: [], presidencies: [], claimed: [] };
    const ids = cycles.map(({ id }) => id);
    const persons = await rows<ReminderInput['persons'][number]>(REMINDER_PERSONS, [asOf, userId]);
    const due = await rows<ReminderInput['due'][number]>(DUE_ITEMS, [asOf, ids]);
    const waiting = await rows<ReminderInput['waiting'][number]>(WAITING_ITEMS, [asOf, ids]);
    const presidencies = await rows<ReminderInput['presidencies'][number]>(PRESIDENCY_TERMS);
    const claimed = await rows<ReminderInput['claimed'][number]>(CLAIMED_SLOTS, [ids]);
    return { asOf, cycles, persons, due, waiting, presidencies, claimed };
  }
}
