import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapOf, type Money, rateOn, type StatedRate, totalIn } from './quantification.rules.js';

const RATES: StatedRate[] = [
  { from: 'EUR', to: 'USD', rate: '1.10', asOf: '2023-12-31' },
  { from: 'EUR', to: 'USD', rate: '1.20', asOf: '2024-06-30' },
];
const END = '2024-12-31';
const cents = fc.integer({ min: 0, max: 10_000_000 }).map((value) => (value / 100).toFixed(2));
const money = fc.record({ amount: cents, currency: fc.constantFrom('USD', 'EUR', 'MXN') });

describe('the rate of a sum', () => {
  it('is the latest that was stated until the day', () => {
    expect(rateOn(RATES, 'EUR', 'USD', '2024-05-01')?.toDecimal(2)).toBe('1.10');
    expect(rateOn(RATES, 'EUR', 'USD', END)?.toDecimal(2)).toBe('1.20');
    expect(rateOn(RATES, 'USD', 'USD', '1999-01-01')?.toDecimal(0)).toBe('1');
  });

  it('is none before the first one, none turned round, none through a third currency', () => {
    expect(rateOn(RATES, 'EUR', 'USD', '2023-12-30')).toBeNull();
    expect(rateOn(RATES, 'USD', 'EUR', END)).toBeNull();
    const chain = [...RATES, { from: 'MXN', to: 'EUR', rate: '0.05', asOf: '2024-01-01' }];
    expect(rateOn(chain, 'MXN', 'USD', END)).toBeNull();
  });
});

describe('a sum of money', () => {
  it('lists apart what has no rate, and never makes it zero', () => {
    const amounts = [
      { amount: '100.00', currency: 'USD' },
      { amount: '10.00', currency: 'EUR' },
      { amount: '50.00', currency: 'MXN' },
      { amount: '7.50', currency: 'MXN' },
    ];
    expect(totalIn('USD', amounts, RATES, END)).toEqual({
      currency: 'USD',
      amount: '112.00',
      converted: 2,
      apart: [{ currency: 'MXN', amount: '57.50', count: 2 }],
    });
    expect(totalIn('USD', amounts.slice(2), RATES, END).amount).toBeNull();
    expect(totalIn('USD', [{ amount: '0', currency: 'USD' }], RATES, END).amount).toBe('0.00');
  });

  it('does not depend on the order of its terms', () => {
    fc.assert(
      fc.property(
        fc
          .array(money)
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(totalIn('USD', shuffled, RATES, END)).toEqual(totalIn('USD', all, RATES, END));
        },
      ),
    );
  });

  it('gives the whole when its parts are added, within one currency', () => {
    const dollars = fc.array(
      cents.map((amount): Money => ({ amount, currency: 'USD' })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(dollars, dollars, (a, b) => {
        const whole = totalIn('USD', [...a, ...b], [], END).amount;
        const parts = [a, b].map((part) => ({
          amount: totalIn('USD', part, [], END).amount ?? '',
          currency: 'USD',
        }));
        expect(totalIn('USD', parts, [], END).amount).toBe(whole);
      }),
    );
  });
});

describe('the gap', () => {
  it('is what is sought less what funds it, and none where nothing sought is known', () => {
    const sought = [{ amount: '1000.00', currency: 'USD' }];
    const funded = [
      { amount: '100.00', currency: 'EUR' },
      { amount: '5.00', currency: 'CRC' },
    ];
    const gap = gapOf('USD', sought, funded, RATES, END);
    expect(gap.gap).toBe('880.00');
    expect(gap.funded.apart).toEqual([{ currency: 'CRC', amount: '5.00', count: 1 }]);
    expect(gap.leftOut).toEqual([{ currency: 'CRC', count: 1 }]);
    expect(gapOf('USD', [], funded, RATES, END).gap).toBeNull();
    expect(gapOf('USD', sought, [], RATES, END).gap).toBe('1000.00');
  });
});
