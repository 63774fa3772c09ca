import { describe, expect, it } from '@jest/globals';
import { ANA, COORDINATOR, due, input, names, waiting } from './reminder.fixtures.js';
import { isQuiet, type QuietTimes, workingDayFrom } from './quiet.rules.js';
import { planReminders } from './reminder.rules.js';
import type { PlannedSlot, ReminderInput } from './reminder.vocabulary.js';

// 1 July 2024 is a Monday; at nine in Panama it is 14:00 UTC.
const weekend: QuietTimes = { weekdays: [6, 7], ranges: [] };
const holidays: QuietTimes = { weekdays: [6, 7], ranges: [{ from: '2024-06-24', to: '2024-07-02' }] };

describe('Quiet days', () => {
  it.each([
    ['2024-06-28', weekend, '2024-06-28'],
    ['2024-06-29', weekend, '2024-07-01'],
    ['2024-06-22', holidays, '2024-07-03'],
    ['2024-07-03', holidays, '2024-07-03'],
    ['2024-07-01', { weekdays: [], ranges: [] }, '2024-07-01'],
  ])('from %s with %j lead to %s', (day, quiet, expected) => {
    expect(workingDayFrom(day, quiet)).toBe(expected);
    expect(isQuiet(expected, quiet)).toBe(false);
  });

  /** Again and again, each result claimed, as the schedule does it. */
  function run(
    from: string,
    to: string,
    changes: Partial<ReminderInput>,
    hours = 1,
  ): { at: string; digest: string }[] {
    const claimed: PlannedSlot[] = [];
    const sent: { at: string; digest: string }[] = [];
    for (let at = new Date(from); at <= new Date(to); at = new Date(at.getTime() + hours * 3_600_000)) {
      const { digests, skipped } = planReminders(input(at, { ...changes, claimed }));
      claimed.push(...digests, ...skipped);
      sent.push(...names(digests).map((digest) => ({ at: at.toISOString().slice(0, 13), digest })));
    }
    return sent;
  }

  it('put a reminder off to the next other day at its hour, once, and say that it is late', () => {
    const persons = [{ ...ANA, quiet: weekend }];
    expect(run('2024-06-29T06:00:00Z', '2024-07-02T00:00:00Z', { persons })).toEqual([
      // The ones of Saturday 1 and Sunday 30 June fall together with that of the due day itself.
      { at: '2024-07-01T14', digest: 'ana update 0' },
    ]);
    const away = [{ ...ANA, quiet: { weekdays: [], ranges: [{ from: '2024-07-04', to: '2024-07-05' }] } }];
    const { digests } = planReminders(input('2024-07-06T14:00:00Z', { persons: away }));
    expect(digests).toMatchObject([
      { offsetDays: 3, late: true, scheduledAt: new Date('2024-07-06T14:00:00Z') },
    ]);
  });

  it('lose none and repeat none, whatever the quiet days are', () => {
    const usual = run('2024-05-15T14:00:00Z', '2024-07-31T00:00:00Z', {}, 12);
    expect(usual).toHaveLength(7);
    for (const quiet of [
      weekend,
      { weekdays: [1, 3, 5], ranges: [] },
      { weekdays: [1, 2, 3, 4, 5, 6], ranges: [] },
    ]) {
      const persons = [{ ...ANA, quiet }];
      const sent = run('2024-05-15T14:00:00Z', '2024-07-31T00:00:00Z', { persons }, 12);
      expect(new Set(sent.map(({ digest }) => digest)).size).toBe(sent.length);
      expect(sent.every(({ at }) => !isQuiet(at.slice(0, 10), quiet))).toBe(true);
      // For each that would have come on a day there is one on the day it was put off to.
      const days = new Set(usual.map(({ at }) => workingDayFrom(at.slice(0, 10), quiet)));
      expect(new Set(sent.map(({ at }) => at.slice(0, 10)))).toEqual(days);
    }
  });

  it('are the own ones alone: what is late is told to the coordinator all the same', () => {
    const quiet: QuietTimes = { weekdays: [], ranges: [{ from: '2024-07-01', to: '2024-07-20' }] };
    const late = { persons: [{ ...ANA, quiet }, COORDINATOR], due: [due('PA-01', ['ana'])] };
    expect(names(planReminders(input('2024-07-04T14:00:00Z', late)).digests)).toContain(
      'carla escalation_coordinator 3',
    );
  });

  it('put off the review queue, too', () => {
    const persons = [{ ...COORDINATOR, quiet: weekend }];
    const queue = { persons, due: [], waiting: [waiting('PA-01', '2024-06-25T12:00:00Z')] };
    const sent = run('2024-06-28T14:00:00Z', '2024-07-01T15:00:00Z', queue);
    expect(sent.map(({ at }) => at)).toEqual(['2024-06-28T14', '2024-07-01T14']);
  });
});
