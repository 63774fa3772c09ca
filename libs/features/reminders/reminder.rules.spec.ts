import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planReminders, slotKey } from './reminder.rules.js';
import type {
  DueItem,
  PlannedSlot,
  ReminderCycle,
  ReminderInput,
  ReminderPerson,
  WaitingItem,
} from './reminder.vocabulary.js';

const CYCLE: ReminderCycle = {
  id: 'cycle',
  year: 2024,
  kind: 'mid_year',
  state: 'open',
  opensOn: '2024-05-15',
  dueOn: '2024-07-01',
  cutoffOn: '2024-07-31',
  reminderOffsets: [-30, -14, -7, -1, 0, 3, 7],
  reminderHour: 9,
};
const person = (userId: string, changes: Partial<ReminderPerson> = {}): ReminderPerson => ({
  userId,
  lang: 'es',
  timeZone: 'America/Panama',
  roles: [],
  ...changes,
});
const due = (code: string, userIds: string[], changes: Partial<DueItem> = {}): DueItem => ({
  cycleId: 'cycle',
  commitmentId: `id-${code}`,
  code,
  stateCode: code.slice(0, 2),
  userIds,
  ...changes,
});
const waiting = (code: string, submittedAt: string): WaitingItem => ({
  cycleId: 'cycle',
  commitmentId: `id-${code}`,
  code,
  stateCode: code.slice(0, 2),
  updateId: `update-${code}`,
  submittedAt: new Date(submittedAt),
});
const ANA = person('ana', { roles: [{ role: 'focal_point', stateCode: 'PA' }] });
const COORDINATOR = person('carla', { roles: [{ role: 'national_coordinator', stateCode: 'PA' }] });
const PRESIDENT = person('pedro', {
  timeZone: 'America/Belize',
  lang: 'en',
  roles: [{ role: 'presidency', stateCode: 'BZ' }],
});

const input = (asOf: string | Date, changes: Partial<ReminderInput> = {}): ReminderInput => ({
  asOf: new Date(asOf),
  cycles: [CYCLE],
  persons: [ANA],
  due: [due('PA-01', ['ana']), due('PA-02', ['ana'])],
  waiting: [],
  presidencies: [
    { stateCode: 'PA', startsOn: '2023-01-01', endsOn: '2024-01-24' },
    { stateCode: 'BZ', startsOn: '2024-01-24', endsOn: null },
  ],
  claimed: [],
  ...changes,
});
const names = (slots: PlannedSlot[]): string[] =>
  slots.map((slot) => `${slot.userId} ${slot.kind} ${slot.offsetDays}`);
const sent = (asOf: string, changes: Partial<ReminderInput> = {}): string[] =>
  names(planReminders(input(asOf, changes)).digests);

/** Everything that ran before `asOf`, claimed. */
const claimedBefore = (asOf: string, changes: Partial<ReminderInput> = {}) => {
  const { digests, skipped } = planReminders(input(asOf, changes));
  return [...digests, ...skipped];
};

describe('the reminder calendar', () => {
  it.each([
    ['2024-05-31T13:59:59Z', []],
    ['2024-06-01T14:00:00Z', ['ana update -30']],
    ['2024-06-17T14:00:00Z', ['ana update -14']],
    ['2024-06-24T14:00:00Z', ['ana update -7']],
    ['2024-06-30T14:00:00Z', ['ana update -1']],
    ['2024-07-01T14:00:00Z', ['ana update 0']],
    ['2024-07-04T14:00:00Z', ['ana update 3']],
    ['2024-07-08T14:00:00Z', ['ana update 7']],
  ])('at %s sends %j', (asOf, expected) => {
    expect(sent(asOf)).toEqual(expected);
  });

  it('sends one digest a person with everything that is due, ordered by code', () => {
    const { digests } = planReminders(
      input('2024-07-01T14:00:00Z', { due: [due('PA-10', ['ana']), due('PA-02', ['ana', 'ana'])] }),
    );
    expect(digests).toHaveLength(1);
    expect(digests[0]?.items.map((item) => item.code)).toEqual(['PA-02', 'PA-10']);
  });

  it('waits for nine in the morning where the person is', () => {
    const persons = [ANA, person('memo', { timeZone: 'America/Mexico_City' })];
    const both = {
      persons,
      due: [due('PA-01', ['ana', 'memo'])],
      claimed: claimedBefore('2024-06-30T20:00:00Z', { persons, due: [due('PA-01', ['ana', 'memo'])] }),
    };
    expect(sent('2024-07-01T13:59:59Z', both)).toEqual([]);
    expect(sent('2024-07-01T14:00:00Z', both)).toEqual(['ana update 0']);
    expect(sent('2024-07-01T15:00:00Z', both)).toEqual(['ana update 0', 'memo update 0']);
  });

  it('sends nothing to whom nothing is due', () => {
    expect(sent('2024-07-01T14:00:00Z', { due: [] })).toEqual([]);
    expect(sent('2024-07-01T14:00:00Z', { due: [due('PA-01', ['somebody else'])] })).toEqual([]);
  });

  it.each(['planned', 'endorsed', 'published'] as const)('is silent while the cycle is %s', (state) => {
    expect(sent('2024-07-01T14:00:00Z', { cycles: [{ ...CYCLE, state }] })).toEqual([]);
  });

  it('never looks back before the cycle opened', () => {
    const cycles = [{ ...CYCLE, opensOn: '2024-06-20' }];
    const plan = planReminders(input('2024-06-20T15:00:00Z', { cycles }));
    expect(plan).toEqual({ digests: [], skipped: [] });
    expect(sent('2024-06-24T14:00:00Z', { cycles })).toEqual(['ana update -7']);
  });

  it('stops after the last minute of the cut-off day', () => {
    const cycles = [{ ...CYCLE, cutoffOn: '2024-07-05' }];
    expect(sent('2024-07-06T04:59:59Z', { cycles })).toEqual(['ana update 3']);
    expect(sent('2024-07-06T05:00:00Z', { cycles })).toEqual([]);
    expect(sent('2024-07-08T14:00:00Z', { cycles })).toEqual([]);
  });

  it('keeps nine o’clock when clocks change', () => {
    const cycles = [
      {
        ...CYCLE,
        opensOn: '2024-01-01',
        dueOn: '2024-03-11',
        cutoffOn: '2024-04-30',
        reminderOffsets: [-7, 0],
      },
    ];
    const persons = [person('ana', { timeZone: 'America/New_York' })];
    const at = (asOf: string) =>
      planReminders(input(asOf, { cycles, persons })).digests[0]?.scheduledAt.toISOString();
    expect(at('2024-03-04T14:00:00Z')).toBe('2024-03-04T14:00:00.000Z');
    expect(at('2024-03-11T13:00:00Z')).toBe('2024-03-11T13:00:00.000Z');
  });
});

describe('a worker that was away', () => {
  it('sends only the latest of several missed reminders and marks the older ones', () => {
    const plan = planReminders(input('2024-07-02T20:00:00Z'));
    expect(names(plan.digests)).toEqual(['ana update 0']);
    expect(names(plan.skipped)).toEqual([
      'ana update -30',
      'ana update -14',
      'ana update -7',
      'ana update -1',
    ]);
  });

  it('says that a late mail is late, and how it stands now', () => {
    const [digest] = planReminders(input('2024-07-02T20:00:00Z')).digests;
    expect(digest).toMatchObject({ late: true, daysLeft: -1, offsetDays: 0 });
    expect(digest?.why).toEqual({
      en: 'Mid-year cycle 2024 was due on 1 July 2024 (1 day late): 2 of your commitments have no submitted update. This reminder was planned for 1 July 2024 and could not be sent then.',
      es: 'El ciclo semestral 2024 venció el 1 de julio de 2024 (1 día de atraso): 2 de sus compromisos no tienen actualización enviada. Este recordatorio estaba previsto para el 1 de julio de 2024 y no se pudo enviar entonces.',
    });
  });

  it('does not send an older reminder after a later one went out', () => {
    const claimed = [{ userId: 'ana', cycleId: 'cycle', kind: 'update' as const, offsetDays: 0 }];
    const plan = planReminders(input('2024-07-02T20:00:00Z', { claimed }));
    expect(plan.digests).toEqual([]);
    expect(names(plan.skipped)).toHaveLength(4);
  });

  it('does not remind of a day on which nothing was due yet', () => {
    const returned = [due('PA-01', ['ana'], { since: new Date('2024-06-26T18:00:00Z') })];
    expect(sent('2024-06-26T19:00:00Z', { due: returned })).toEqual([]);
    expect(sent('2024-06-30T14:00:00Z', { due: returned })).toEqual(['ana update -1']);
  });
});

describe('escalation', () => {
  const everybody = {
    persons: [ANA, COORDINATOR, PRESIDENT],
    due: [due('PA-01', ['ana']), due('PA-02', []), due('BZ-01', ['bea'])],
  };

  it('tells nobody but the focal points before the third day', () => {
    expect(sent('2024-07-03T20:00:00Z', everybody)).toEqual(['ana update 0']);
  });

  it('tells the coordinator of that State from the third day, also of what has no focal point', () => {
    const { digests } = planReminders(input('2024-07-04T20:00:00Z', everybody));
    expect(names(digests)).toEqual(['ana update 3', 'carla escalation_coordinator 3']);
    expect(digests[1]?.items.map((item) => item.code)).toEqual(['PA-01', 'PA-02']);
  });

  it('tells the Presidency of every State from the seventh day', () => {
    const { digests } = planReminders(input('2024-07-08T20:00:00Z', everybody));
    expect(names(digests)).toEqual([
      'ana update 7',
      'carla escalation_coordinator 7',
      'pedro escalation_presidency 7',
    ]);
    expect(digests[2]?.items.map((item) => item.code)).toEqual(['BZ-01', 'PA-01', 'PA-02']);
    expect(digests[2]?.why.en).toBe(
      'Mid-year cycle 2024 was due on 1 July 2024 (7 days late). Your State holds the Presidency: 3 commitments have no submitted update (BZ, PA).',
    );
  });

  it('tells the Presidency of that day, not of another', () => {
    const presidencies = [
      { stateCode: 'BZ', startsOn: '2024-01-24', endsOn: '2024-07-08' },
      { stateCode: 'CR', startsOn: '2024-07-08', endsOn: null },
    ];
    const successor = person('sofia', {
      timeZone: 'America/Costa_Rica',
      roles: [{ role: 'presidency', stateCode: 'CR' }],
    });
    expect(sent('2024-07-08T20:00:00Z', { persons: [PRESIDENT, successor], presidencies })).toEqual([
      'sofia escalation_presidency 7',
    ]);
    expect(sent('2024-07-08T20:00:00Z', { persons: [PRESIDENT, successor], presidencies: [] })).toEqual([]);
  });

  it('leaves coordinators of other States alone', () => {
    const other = person('gabi', {
      roles: [{ role: 'national_coordinator', stateCode: 'GT' }, { role: 'secretariat' }],
    });
    expect(sent('2024-07-08T20:00:00Z', { persons: [other] })).toEqual([]);
  });
});

describe('the review queue', () => {
  const queue = {
    persons: [COORDINATOR],
    due: [],
    waiting: [waiting('PA-01', '2024-06-10T10:00:00Z'), waiting('PA-02', '2024-06-12T10:00:00Z')],
  };

  it('reminds the reviewer in the morning after 48 hours of waiting', () => {
    expect(sent('2024-06-12T13:59:59Z', queue)).toEqual([]);
    const { digests } = planReminders(input('2024-06-12T14:00:00Z', queue));
    expect(names(digests)).toEqual(['carla review_queue -19']);
    expect(digests[0]?.items).toMatchObject([{ updateId: 'update-PA-01' }]);
    expect(digests[0]?.why.es).toBe(
      'Ciclo semestral 2024: 1 actualización espera su revisión desde hace más de 48 horas (PA).',
    );
  });

  it('does not remind at exactly 48 hours', () => {
    expect(
      sent('2024-06-12T14:00:00Z', { ...queue, waiting: [waiting('PA-01', '2024-06-10T14:00:00Z')] }),
    ).toEqual([]);
  });

  it('reminds once a day for as long as something waits', () => {
    const claimed = claimedBefore('2024-06-12T14:00:00Z', queue);
    expect(sent('2024-06-12T23:00:00Z', { ...queue, claimed })).toEqual([]);
    expect(sent('2024-06-13T14:00:00Z', { ...queue, claimed })).toEqual(['carla review_queue -18']);
  });

  it('goes only to the coordinator of that State', () => {
    expect(sent('2024-06-15T14:00:00Z', { ...queue, persons: [ANA, PRESIDENT] })).toEqual([]);
  });
});

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
