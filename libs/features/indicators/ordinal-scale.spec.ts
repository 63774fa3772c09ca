import { describe, expect, it } from '@jest/globals';
import { mergedScale, type OrdinalScale, scaleOf } from './ordinal-scale.js';

const steps = (...words: string[]) => words.map((en) => ({ en, es: en }));
const stated = (...words: string[]): OrdinalScale => ({ scale: steps(...words), scaleOrdered: true });
const loose = (...words: string[]): OrdinalScale => ({ scale: steps(...words), scaleOrdered: false });

describe('A scale', () => {
  it('is the known one that holds every step, whatever their order in the file', () => {
    expect(scaleOf(steps('Broadly aligned', 'Not aligned'))).toMatchObject({
      scale: [{ en: 'Not aligned' }, { en: 'Progressing towards alignment' }, { en: 'Broadly aligned' }],
      scaleOrdered: true,
    });
  });

  it('has no order when a step is of no known scale, or there is none', () => {
    expect(scaleOf(steps('Extensive', 'Overwhelming'))).toEqual(loose('Extensive', 'Overwhelming'));
    expect(scaleOf([])).toEqual(loose());
  });
});

describe('A scale that a file brings', () => {
  it('takes the place of the one that is kept when it is the fuller one', () => {
    expect(mergedScale(stated('b', 'c'), stated('a', 'b', 'c'))).toEqual(stated('a', 'b', 'c'));
    expect(mergedScale(loose('c', 'a'), stated('a', 'b', 'c'))).toEqual(stated('a', 'b', 'c'));
    expect(mergedScale(stated('a', 'b', 'c'), stated('a', 'c'))).toEqual(stated('a', 'b', 'c'));
    expect(mergedScale(stated('a', 'b', 'c'), loose('c', 'a'))).toEqual(stated('a', 'b', 'c'));
  });

  it('never moves a step behind another silently', () => {
    expect(mergedScale(stated('a', 'b'), stated('b', 'a'))).toEqual({ against: 'b' });
    expect(mergedScale(stated('a', 'b'), loose('c'))).toEqual({ against: 'c' });
    expect(mergedScale(stated('a', 'b'), stated('b', 'c'))).toEqual({ against: 'a' });
    expect(mergedScale(loose('a', 'b'), stated('b', 'c'))).toEqual({ against: 'a' });
  });

  it('adds steps behind the others only while no order is stated', () => {
    expect(mergedScale(loose('b'), loose('a', 'b'))).toEqual(loose('b', 'a'));
  });
});
