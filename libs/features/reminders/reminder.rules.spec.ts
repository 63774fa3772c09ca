import { describe, expect, it } from '@jest/globals';
import {
  ANA,
  COORDINATOR,
  CYCLE,
  due,
  input,
  names,
  person,
  PRESIDENT,
  waiting,
} from './reminder.fixtures.js';
import { planReminders } from './reminder.rules.js';
import type { ReminderInput } from './reminder.vocabulary.js';

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
