import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentFromMilestones } from '#features/progress';
import { milestonePercent } from './milestone-percent';

const milestones = fc.array(
  fc.record({
    weight: fc.option(fc.integer({ min: 0, max: 5 })),
    percent: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 8 }),
  }),
  { maxLength: 5 },
);

describe('the percent that milestones give together', () => {
  it('is what the API makes of them', () => {
    fc.assert(
      fc.property(milestones, (list) => {
        const told = milestonePercent(
          list.map(({ weight }, i) => ({ id: String(i), weight })),
          Object.fromEntries(
            list.map(({ percent }, i) => [String(i), percent === null ? '' : String(percent)]),
          ),
        );
        const { percent, reported } = percentFromMilestones(list);
        expect(told.said).toBe(reported);
        if (percent === null) expect(told.percent).toBeNull();
        else expect(told.percent).toBeCloseTo(Number(percent), 1);
      }),
    );
  });

  it('stays open while one is no number', () => {
    expect(milestonePercent([{ id: 'a' }, { id: 'b' }], { a: '50', b: 'half' })).toEqual({
      percent: null,
      said: 1,
    });
  });
});
