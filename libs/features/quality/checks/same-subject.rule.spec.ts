import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material } from '../quality.fixtures.js';
import { conflictsAmong, sameSubject } from './same-subject.rule.js';

const found = (a: Partial<CheckedFigure>, b: Partial<CheckedFigure>) =>
  sameSubject.find(
    material({ figures: [figure(a)], others: [figure({ factId: 'fact-2', factCode: 'GT24-05', ...b })] }),
  );

describe('same subject, different numbers', () => {
  it.each<[string, Partial<CheckedFigure>]>([
    ['the same words', {}],
    [
      'nearly the same words',
      { statementEn: 'Refugees registered with the national job service', statementEs: null },
    ],
    ['the same words in Spanish only', { statementEn: null }],
  ])('speak of two numbers under %s', (_, changes) => {
    expect(found({ value: 520 }, { value: 502, ...changes }).map(({ detail }) => detail.en)).toEqual([
      '520 here, but 502 for the same subject and window in GT24-05.',
    ]);
  });

  it('speak of two numbers within one fact', () => {
    const figures = [figure({ value: 427 }), figure({ value: 472 })];
    expect(sameSubject.find(material({ figures }))).toHaveLength(2);
  });

  it.each<[string, Partial<CheckedFigure>]>([
    ['the same number', { value: 520 }],
    ['the same number in another spelling', { value: '520.0' }],
    ['another window', { windowEnd: '2024-06-30' }],
    ['another population', { population: 'women' }],
    ['another unit', { unitEn: 'permits' }],
    ['another label', { labelEn: 'placed' }],
    ['a target', { role: 'target' }],
    [
      'another thing',
      {
        statementEn: 'Refugees insured by the health service',
        statementEs: 'Personas refugiadas con seguro de salud',
      },
    ],
    ['a number that is not known', { value: null, valueState: 'unknown' }],
  ])('keep silent about %s', (_, changes) => {
    expect(found({ value: 520 }, { value: 502, ...changes })).toEqual([]);
  });

  it('keep silent when no window is known', () => {
    const open = { windowStart: null, windowEnd: null };
    expect(found({ value: 1, ...open }, { value: 2, ...open })).toEqual([]);
  });
});

describe('conflicts', () => {
  it('are figures of one State, subject and window with different values', () => {
    const of = (stateCode: string, value: number, changes: Partial<CheckedFigure> = {}) => ({
      ...figure({ value, ...changes }),
      stateCode,
    });
    const [a, b] = [of('MX', 1), of('MX', 2)];
    expect(conflictsAmong([b, of('MX', 3, { population: 'women' }), a, of('GT', 4)])).toEqual([[a, b]]);
  });
});
