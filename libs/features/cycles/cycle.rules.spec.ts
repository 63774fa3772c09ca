import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  acceptsUpdates,
  closesAt,
  compareCycles,
  CYCLE_ACTIONS,
  cycleStateAt,
  type CycleDates,
  dateProblems,
  daysLeft,
  daysLeftText,
  decideCycleStep,
  isWithinWindow,
  lateAt,
  nextCycleAction,
  opensAt,
  previousCycle,
} from './cycle.rules.js';
import { CYCLE_KINDS, CYCLE_STATES } from './cycle.vocabulary.js';

const DATES: CycleDates = {
  factsFrom: '2024-01-01',
  factsTo: '2024-06-30',
  opensOn: '2024-06-01',
  dueOn: '2024-07-01',
  reviewByOn: '2024-07-15',
  cutoffOn: '2024-07-31',
};

describe('the states of a cycle', () => {
  it('follow one another without a way back or around', () => {
    for (const action of CYCLE_ACTIONS) {
      for (const from of CYCLE_STATES) {
        const decision = decideCycleStep(action, from);
        const position = CYCLE_STATES.indexOf(from);
        expect(decision.ok).toBe(nextCycleAction(from) === action);
        if (decision.ok) expect(decision.to).toBe(CYCLE_STATES[position + 1]);
      }
    }
    expect(nextCycleAction('published')).toBeUndefined();
  });

  it('tell in both languages why a step is not possible', () => {
    expect(decideCycleStep('endorse', 'open')).toEqual({
      ok: false,
      code: 'conflict',
      detail: {
        en: 'The cycle’s state is “Open”; this step needs “In review”.',
        es: 'El estado del ciclo es «Abierto»; este paso requiere «En revisión».',
      },
    });
  });

  it('can be told for any instant of the past', () => {
    const day = (n: number) => new Date(Date.UTC(2024, 0, n));
    const steps = { openedAt: day(10), reviewStartedAt: day(20), endorsedAt: day(30), publishedAt: null };
    expect([9, 10, 19, 20, 30, 300].map((n) => cycleStateAt(steps, day(n)))).toEqual([
      'planned',
      'open',
      'open',
      'in_review',
      'endorsed',
      'endorsed',
    ]);
    expect(cycleStateAt({ ...steps, publishedAt: day(40) }, day(41))).toBe('published');
  });

  it('take updates while open or in review, and later only for a reopened commitment', () => {
    expect(CYCLE_STATES.filter((state) => acceptsUpdates(state))).toEqual(['open', 'in_review']);
    expect(CYCLE_STATES.filter((state) => acceptsUpdates(state, true))).toEqual([
      'open',
      'in_review',
      'endorsed',
      'published',
    ]);
  });
});

describe('the dates of a cycle', () => {
  it.each<[string, Partial<CycleDates>, string[]]>([
    ['are accepted in order', {}, []],
    ['may fall on one day', { opensOn: '2024-07-01', reviewByOn: '2024-07-01', cutoffOn: '2024-07-01' }, []],
    ['may end before the reported year does', { factsTo: '2024-12-31' }, []],
    ['need the due day not before the opening', { dueOn: '2024-05-31' }, ['dueOn']],
    ['need the review not before the due day', { reviewByOn: '2024-06-30' }, ['reviewByOn']],
    ['need the cut-off not before the review', { cutoffOn: '2024-07-14' }, ['cutoffOn']],
    ['need facts that end not before they begin', { factsTo: '2023-12-31' }, ['factsTo']],
    ['need days that exist', { dueOn: '2024-06-31', opensOn: '' }, ['opensOn', 'dueOn']],
  ])('%s', (_, changes, expected) => {
    expect(dateProblems({ ...DATES, ...changes }).map((problem) => problem.field)).toEqual(expected);
  });

  it('begin and end at local midnight', () => {
    expect(opensAt(DATES, 'America/Panama').toISOString()).toBe('2024-06-01T05:00:00.000Z');
    expect(lateAt(DATES, 'America/Panama').toISOString()).toBe('2024-07-02T05:00:00.000Z');
    expect(closesAt(DATES, 'America/Mexico_City').toISOString()).toBe('2024-08-01T06:00:00.000Z');
  });

  it('include the whole cut-off day and nothing of the next', () => {
    const last = new Date(closesAt(DATES, 'America/Belize').getTime() - 1);
    expect(isWithinWindow(DATES, last, 'America/Belize')).toBe(true);
    expect(isWithinWindow(DATES, new Date(last.getTime() + 1), 'America/Belize')).toBe(false);
    expect(isWithinWindow(DATES, new Date('2024-06-01T05:59:59.999Z'), 'America/Belize')).toBe(false);
  });
});

describe('days left', () => {
  it.each([
    ['2024-06-24T18:00:00Z', 'America/Panama', 7, 'due in 7 days', 'vence en 7 días'],
    ['2024-07-01T04:59:00Z', 'America/Panama', 1, 'due tomorrow', 'vence mañana'],
    ['2024-07-01T05:00:00Z', 'America/Panama', 0, 'due today', 'vence hoy'],
    ['2024-07-01T05:00:00Z', 'America/Mexico_City', 1, 'due tomorrow', 'vence mañana'],
    ['2024-07-02T12:00:00Z', 'America/Panama', -1, '1 day late', '1 día de atraso'],
    ['2024-07-08T12:00:00Z', 'America/Panama', -7, '7 days late', '7 días de atraso'],
  ])('at %s in %s are %i: %s', (at, zone, expected, en, es) => {
    const days = daysLeft(DATES, new Date(at), zone);
    expect(days).toBe(expected);
    expect(daysLeftText(days)).toEqual({ en, es });
  });

  it('turn negative exactly when the update becomes late, also where clocks change', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'America/Tijuana',
      'America/Guatemala',
      'America/Havana',
    );
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -3_000_000, max: 3_000_000 }),
        (zone, day, seconds) => {
          const dueOn = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
          const at = new Date(lateAt({ dueOn }, zone).getTime() + seconds * 1000);
          return daysLeft({ dueOn }, at, zone) < 0 === at >= lateAt({ dueOn }, zone);
        },
      ),
    );
  });
});

describe('the cycle before', () => {
  const cycles = [2022, 2023, 2024].flatMap((year) =>
    CYCLE_KINDS.map((kind) => ({ year, kind, key: `${year}-${kind}` })),
  );

  it.each([
    ['2024-annual', '2023-annual', '2024-mid_year'],
    ['2024-mid_year', '2023-mid_year', '2023-annual'],
    ['2022-mid_year', undefined, undefined],
    ['2022-annual', undefined, '2022-mid_year'],
  ])('of %s is %s of the same kind and %s of the other', (key, same, other) => {
    const current = cycles.find((cycle) => cycle.key === key) ?? { year: 0, kind: 'annual' as const };
    expect(previousCycle(cycles, current, 'same_kind')?.key).toBe(same);
    expect(previousCycle([...cycles].reverse(), current, 'other_kind')?.key).toBe(other);
  });

  it('is found across years without a cycle', () => {
    const sparse = cycles.filter((cycle) => cycle.year !== 2023);
    expect(previousCycle(sparse, { year: 2024, kind: 'annual' }, 'same_kind')?.key).toBe('2022-annual');
    expect([...cycles].reverse().sort(compareCycles)).toEqual(cycles);
  });
});
