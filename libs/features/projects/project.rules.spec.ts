import { describe, expect, it } from '@jest/globals';
import { countProblems, dayProblems, moneyProblems } from './project.rules.js';

describe('what belongs together in a project', () => {
  it.each([
    [{ on: '2025-03-31', precision: 'month' }, 0],
    [{ on: null, precision: 'not_stated' }, 0],
    [{}, 0],
    [{ on: '2025-03-31' }, 1],
    [{ on: '2025-03-31', precision: 'not_stated' }, 1],
    [{ precision: 'day' }, 1],
  ] as const)('a day and its precision: %j has %i problems', (day, count) => {
    expect(dayProblems('expectedEndOn', day)).toHaveLength(count);
  });

  it.each([
    [{ amount: '0', currency: 'USD' }, []],
    [{}, []],
    [{ amount: '5' }, ['currency']],
    [{ currency: 'EUR' }, ['amount']],
  ])('an amount and its currency: %j lacks %j', (money, fields) => {
    expect(moneyProblems(money).map(({ field }) => field)).toEqual(fields);
  });

  it('a qualifier and a number; zero is a number', () => {
    expect(countProblems('reached', 0, 'exact')).toEqual([]);
    expect(countProblems('reached', null, 'more_than')).toHaveLength(1);
    expect(countProblems('reached', null, null)).toEqual([]);
  });
});
