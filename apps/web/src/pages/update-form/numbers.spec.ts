import { describe, expect, it } from '@jest/globals';
import { numberOf, typedOf } from './numbers';

describe('a number that somebody typed', () => {
  it.each([
    ['12,800', 12_800],
    ['12.800,5', 12_800.5],
    ['1,234,567.25', 1_234_567.25],
    ['12 800', 12_800],
    ["12'800", 12_800],
    ['12,8', 12.8],
    ['12.8', 12.8],
    ['-3', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['', null],
    ['  ', null],
  ])('%s', (typed, value) => {
    expect(numberOf(typed)).toBe(value);
  });

  it.each(['about 12', '12,80,1', '1.2.3', '12 %', '-', ',', '1e3', 'Infinity', '0x10'])(
    '%s is none',
    (typed) => {
      expect(numberOf(typed)).toBeNaN();
    },
  );

  it('is read again as it stands in its field', () => {
    for (const value of [0, 12_800, 66.67, -1.5]) expect(numberOf(typedOf(value))).toBe(value);
    expect([typedOf(null), typedOf(undefined)]).toEqual(['', '']);
  });
});
