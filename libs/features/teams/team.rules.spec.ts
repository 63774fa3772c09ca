import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTIVITY_STATUSES } from './team.vocabulary.js';
import {
  type ActivityReport,
  addTallies,
  dateProblems,
  problemsBeforeSubmit,
  tallyWorkplan,
} from './team.rules.js';

const report = (
  activityId: string,
  status: ActivityReport['status'],
  illustrative = false,
): ActivityReport => ({
  activityId,
  status,
  illustrative,
});

describe('the date of an activity or session', () => {
  it.each([
    ['2024-10-15', 'day', null, []],
    ['2024-10-15', 'day', '2024-10-16', []],
    ['2024-10-15', 'day', '2024-10-15', []],
    ['2024-10-01', 'month', null, []],
    ['2024-01-01', 'year', null, []],
    [null, 'not_stated', null, []],
    [null, 'day', null, ['startsOn']],
    ['2024-10-15', 'not_stated', null, ['startsOn']],
    ['2024-10-15', 'month', null, ['startsOn']],
    ['2024-10-01', 'year', null, ['startsOn']],
    ['2024-10-15', 'day', '2024-10-14', ['endsOn']],
    [null, 'not_stated', '2024-10-14', ['endsOn']],
  ] as const)('%s as %s until %s: %j', (startsOn, datePrecision, endsOn, fields) => {
    expect(dateProblems({ startsOn, datePrecision, endsOn }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('how far a workplan is', () => {
  it('counts what the update names, and what it does not name as not reported, never as planned', () => {
    expect(
      tallyWorkplan(['a', 'b', 'c', 'd'], [report('a', 'done'), report('b', 'in_progress', true)]),
    ).toEqual({
      activities: 4,
      reported: 2,
      notReported: 2,
      planned: 0,
      in_progress: 1,
      done: 1,
      postponed: 0,
      cancelled: 0,
      illustrative: 1,
    });
  });

  it('leaves out reports on activities that are not in the workplan', () => {
    expect(tallyWorkplan(['a'], [report('a', 'done'), report('gone', 'done')])).toMatchObject({
      activities: 1,
      done: 1,
    });
  });

  const workplan = fc.uniqueArray(fc.nat(30), { maxLength: 20 }).chain((numbers) =>
    fc.record({
      ids: fc.constant(numbers.map(String)),
      reports: fc.subarray(numbers).chain((named) =>
        fc.tuple(
          ...named.map((n) =>
            fc.record({
              activityId: fc.constant(String(n)),
              status: fc.constantFrom(...ACTIVITY_STATUSES),
              illustrative: fc.boolean(),
            }),
          ),
        ),
      ),
    }),
  );

  it('does not depend on the order, and every activity is counted once', () => {
    fc.assert(
      fc.property(workplan, ({ ids, reports }) => {
        const tally = tallyWorkplan(ids, reports);
        expect(tallyWorkplan([...ids].reverse(), [...reports].reverse())).toEqual(tally);
        expect(ACTIVITY_STATUSES.reduce((sum, status) => sum + tally[status], 0)).toBe(tally.reported);
        expect(tally.reported + tally.notReported).toBe(tally.activities);
        expect(tally.activities).toBe(ids.length);
      }),
    );
  });

  it('gives for a workplan cut in two, and added, what it gives for the whole', () => {
    fc.assert(
      fc.property(workplan, fc.nat(20), ({ ids, reports }, cut) => {
        const [first, second] = [ids.slice(0, cut), ids.slice(cut)];
        expect(addTallies([tallyWorkplan(first, reports), tallyWorkplan(second, reports)])).toEqual(
          tallyWorkplan(ids, reports),
        );
      }),
    );
  });
});

describe('a team update on its way to the reviewer', () => {
  it('needs a summary in one language', () => {
    expect(problemsBeforeSubmit({ summaryEn: ' ', summaryEs: null })).toHaveLength(1);
    expect(problemsBeforeSubmit({ summaryEn: null, summaryEs: 'Avanza.' })).toEqual([]);
  });
});
