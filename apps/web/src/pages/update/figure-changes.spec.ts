import { describe, expect, it } from '@jest/globals';
import { compareFigures } from './figure-changes';

type Fact = Parameters<typeof compareFigures>[0][number];
type Figure = NonNullable<Fact['figures']>[number];

const figure = (id: string, value: number | null, changes: Partial<Figure> = {}): Figure => ({
  id,
  value,
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  unitEn: 'people',
  ...changes,
});
const fact = (textEn: string, ...figures: Figure[]): Fact => ({ textEn, figures }) as Fact;

const STATEMENT = 'Asylum claims decided by the commission';

describe('figures beside those of the last period', () => {
  it('are compared when they measure the same, whatever their numbers', () => {
    const [told] = compareFigures(
      [fact(`${STATEMENT} in 2024`, figure('now', 0.3))],
      [fact(`${STATEMENT} in 2023`, figure('before', 0.1))],
    ).values();
    expect(told).toMatchObject({ now: { id: 'now' }, before: { id: 'before' }, change: 0.2 });
  });

  it.each<[string, Partial<Figure>]>([
    ['another unit', { unitEn: 'families' }],
    ['another role', { role: 'target' }],
    ['another basis', { basis: 'cumulative' }],
    ['another population', { population: 'children' }],
    ['another label', { labelEn: 'girls' }],
  ])('are not compared with %s', (_, changes) => {
    const found = compareFigures(
      [fact(STATEMENT, figure('now', 3))],
      [fact(STATEMENT, figure('old', 1, changes))],
    );
    expect(found.size).toBe(0);
  });

  it('are not compared when two of the last period could be meant', () => {
    const before = [fact(STATEMENT, figure('one', 1), figure('two', 2))];
    expect(compareFigures([fact(STATEMENT, figure('now', 3))], before).size).toBe(0);
  });

  it.each<[string, Figure, Figure]>([
    ['unknown', figure('now', null, { valueState: 'unknown' }), figure('old', 1)],
    [
      'a word of a scale',
      figure('now', 3, { valueType: 'ordinal' }),
      figure('old', 1, { valueType: 'ordinal' }),
    ],
  ])('have no change when one is %s', (_, now, before) => {
    const [told] = compareFigures([fact(STATEMENT, now)], [fact(STATEMENT, before)]).values();
    expect(told?.change).toBeNull();
  });
});
