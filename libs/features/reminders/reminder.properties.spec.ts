import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CYCLE, due, input, person, waiting } from './reminder.fixtures.js';
import { planReminders, slotKey } from './reminder.rules.js';
import type { PlannedSlot, ReminderInput } from './reminder.vocabulary.js';

const ZONES = ['America/Panama', 'America/Mexico_City', 'America/New_York', 'America/Havana'];
const STATES = ['PA', 'BZ', 'GT'];
const situations = fc
  .record({
    persons: fc.array(
      fc.record({
        timeZone: fc.constantFrom(...ZONES),
        roles: fc.array(
          fc.record({
            role: fc.constantFrom('focal_point', 'national_coordinator', 'presidency'),
            stateCode: fc.constantFrom(...STATES),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 6 },
    ),
    due: fc.array(
      fc.tuple(
        fc.constantFrom(...STATES),
        fc.subarray(['p0', 'p1', 'p2', 'p3']),
        fc.option(fc.integer({ min: 0, max: 80 })),
      ),
      { maxLength: 8 },
    ),
    waiting: fc.array(fc.tuple(fc.constantFrom(...STATES), fc.integer({ min: 0, max: 60 * 24 })), {
      maxLength: 4,
    }),
    dueOn: fc.constantFrom('2024-07-01', '2024-03-10', '2024-11-03'),
    offsets: fc.uniqueArray(fc.integer({ min: -35, max: 12 }), { maxLength: 7 }),
    hours: fc.integer({ min: -40 * 24, max: 35 * 24 }),
  })
  .map(({ persons, due: items, waiting: queue, dueOn, offsets, hours }): ReminderInput => {
    const base = Date.parse(`${dueOn}T00:00:00Z`);
    const day = (n: number) => new Date(base + n * 86_400_000).toISOString().slice(0, 10);
    return input(new Date(base + hours * 3_600_000), {
      cycles: [{ ...CYCLE, dueOn, opensOn: day(-33), cutoffOn: day(20), reminderOffsets: offsets }],
      persons: persons.map((p, i) => person(`p${i}`, p)),
      due: items.map(([state, userIds, since], i) =>
        due(`${state}-${i}`, userIds, {
          since: since === null ? null : new Date(base + (since - 40) * 86_400_000),
        }),
      ),
      waiting: queue.map(([state, hour], i) =>
        waiting(`${state}-${i}`, new Date(base + (hour - 800) * 3_600_000).toISOString()),
      ),
    });
  });

const run = (given: ReminderInput) => {
  const plan = planReminders(given);
  return { ...plan, all: [...plan.digests, ...plan.skipped] };
};

describe('every plan of reminders', () => {
  it('yields nothing more once it is claimed', () => {
    fc.assert(
      fc.property(situations, (given) => {
        expect(planReminders({ ...given, claimed: run(given).all })).toEqual({ digests: [], skipped: [] });
      }),
    );
  });

  it('is the same for any order of the input', () => {
    fc.assert(
      fc.property(situations, (given) => {
        const reversed = {
          ...given,
          persons: [...given.persons].reverse(),
          due: [...given.due].reverse(),
          waiting: [...given.waiting].reverse(),
        };
        expect(planReminders(reversed)).toEqual(planReminders(given));
      }),
    );
  });

  it('never plans the same ledger row twice, nor more than one mail a person, cycle and kind', () => {
    fc.assert(
      fc.property(situations, (given) => {
        const { all, digests } = run(given);
        expect(new Set(all.map(slotKey)).size).toBe(all.length);
        expect(new Set(digests.map(({ userId, kind }) => `${userId} ${kind}`)).size).toBe(digests.length);
        expect(digests.every(({ items }) => items.length > 0)).toBe(true);
      }),
    );
  });

  it('ends at the same latest mails whether it ran every hour or once after two days, without a repeat', () => {
    const latest = (slots: PlannedSlot[]) => {
      const last = new Map(slots.map((slot) => [`${slot.userId} ${slot.kind}`, slotKey(slot)]));
      return [...last.values()].sort();
    };
    fc.assert(
      fc.property(situations, (given) => {
        const before = { ...given, asOf: new Date(given.asOf.getTime() - 48 * 3_600_000) };
        const claimedAtStart = run(before).all;
        const once = run({ ...given, claimed: claimedAtStart });
        const claimed: PlannedSlot[] = [...claimedAtStart];
        const mails: PlannedSlot[] = [];
        for (let hour = 1; hour <= 48; hour += 1) {
          const asOf = new Date(before.asOf.getTime() + hour * 3_600_000);
          const { digests, all } = run({ ...given, asOf, claimed });
          mails.push(...digests);
          claimed.push(...all);
        }
        expect(new Set(mails.map(slotKey)).size).toBe(mails.length);
        // A cycle that closed meanwhile sends nothing late.
        const open = run({ ...given, claimed: [] }).all.length > 0;
        if (open) expect(latest(mails)).toEqual(latest(once.digests));
      }),
      { numRuns: 40 },
    );
  });
});
