import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentFromMilestones, type MilestoneProgress } from './milestone.rules.js';

const milestone = (weight: number | string | null, percent: number | string | null): MilestoneProgress => ({
  weight,
  percent,
});

const milestones = fc.array(
  fc.record({
    weight: fc.option(fc.integer({ min: 0, max: 1000 })),
    percent: fc.integer({ min: 0, max: 10_000 }).map((p) => p / 100),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('the percent from milestones', () => {
  it.each<[string, MilestoneProgress[], string | null]>([
    ['is none without milestones', [], null],
    [
      'is the mean when no milestone has a weight',
      [milestone(null, 100), milestone(null, 0), milestone(null, 100)],
      '66.67',
    ],
    ['follows the weights', [milestone(3, 100), milestone(1, 0)], '75.00'],
    [
      'does not care whether weights add up to one or to a hundred',
      [milestone('0.75', 100), milestone('0.25', 0)],
      '75.00',
    ],
    [
      'gives a missing weight the average of the stated ones',
      [milestone(3, 100), milestone(1, 0), milestone(null, 50)],
      '66.67',
    ],
    ['treats weights that are all zero as missing', [milestone(0, 100), milestone(0, 50)], '75.00'],
    ['leaves out what weighs nothing', [milestone(0, 0), milestone(2, 80)], '80.00'],
    ['stays open as long as one milestone has no percent', [milestone(1, 100), milestone(1, null)], null],
    ['rounds once, half away from zero', [milestone(null, '0.01'), milestone(null, '0.00')], '0.01'],
  ])('%s', (_, given, expected) => {
    expect(percentFromMilestones(given).percent).toBe(expected);
  });

  it('tells how many milestones have a percent', () => {
    expect(percentFromMilestones([milestone(1, 10), milestone(1, null)])).toMatchObject({
      reported: 1,
      of: 2,
    });
  });

  it('refuses a negative weight', () => {
    expect(() => percentFromMilestones([milestone(-1, 10), milestone(2, 10)])).toThrow(RangeError);
  });

  it('lies between the lowest and the highest milestone', () => {
    fc.assert(
      fc.property(milestones, (given) => {
        const percents = given.map(({ percent }) => percent);
        const result = Number(percentFromMilestones(given).percent);
        return result >= Math.min(...percents) && result <= Math.max(...percents);
      }),
    );
  });

  it('does not depend on the order of the milestones', () => {
    fc.assert(
      fc.property(
        milestones.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) =>
          percentFromMilestones(given).percent === percentFromMilestones(shuffled).percent,
      ),
    );
  });
});
