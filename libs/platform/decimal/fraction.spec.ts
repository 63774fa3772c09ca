import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction, parseDecimal, roundedDecimal, subtractDecimals, sumDecimals } from './fraction.js';

const cents = fc.integer({ min: -100_000_00, max: 100_000_00 }).map((value) => (value / 100).toFixed(2));

describe('exact decimals', () => {
  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.00005', 4, '0.0001'],
    ['0.00004999', 4, '0.0000'],
    ['-0.00001', 4, '0.0000'],
    [1.39, 2, '1.39'],
    ['1e3', 1, '1000.0'],
    [1e-7, 8, '0.00000010'],
    ['.5', 1, '0.5'],
  ])('rounds %s to %i places as %s', (value, places, expected) => {
    expect(roundedDecimal(value, places)).toBe(expected);
  });

  it.each(['', '.', 'abc', 'NaN', 'Infinity', '1,5', '--1', '1e99999'])('refuses %p as a decimal', (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });

  it('refuses a denominator of zero', () => {
    expect(() => Fraction.of(1, 0)).toThrow(RangeError);
    expect(() => Fraction.of(1).dividedBy(Fraction.zero)).toThrow(RangeError);
  });

  it('adds a tenth and two tenths to three tenths', () => {
    expect(sumDecimals([0.1, 0.2]).toDecimal(20)).toBe('0.30000000000000000000');
  });

  it('subtracts to the written digits', () => {
    expect(subtractDecimals('66.6667', '70.0000', 4)).toBe('-3.3333');
  });

  it('gives the same sum in any order', () => {
    fc.assert(
      fc.property(
        fc
          .array(cents)
          .chain((values) =>
            fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
          ),
        ([values, shuffled]) => sumDecimals(values).toDecimal(2) === sumDecimals(shuffled).toDecimal(2),
      ),
    );
  });

  it('agrees with integer arithmetic on the sum of hundredths', () => {
    fc.assert(
      fc.property(fc.array(cents), (values) => {
        const total = values.reduce((sum, value) => sum + BigInt(Math.round(Number(value) * 100)), 0n);
        return sumDecimals(values).times(Fraction.of(100)).toDecimal(0) === total.toString();
      }),
    );
  });

  it('takes a product back by division', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        fc.pre(Number(b) !== 0);
        const back = parseDecimal(a).times(parseDecimal(b)).dividedBy(parseDecimal(b));
        return back.toDecimal(2) === roundedDecimal(a, 2);
      }),
    );
  });
});
