import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material, narrative } from '../quality.fixtures.js';
import { impossibleWindow } from './impossible-window.rule.js';

const found = (changes: Partial<CheckedFigure>) =>
  impossibleWindow.find(material({ figures: [figure(changes)] })).map(({ detail }) => detail.en);
const inText = (en: string | null, es: string | null = null) =>
  impossibleWindow
    .find(material({ texts: [narrative(en, es)] }))
    .map(({ field, detail }) => [field, detail.en]);

describe('impossible dates and windows', () => {
  it.each<[Partial<CheckedFigure>, string]>([
    [{ windowEnd: '2024-09-31' }, '2024-09-31 is no day of the calendar.'],
    [
      { windowStart: '2024-10-01', windowEnd: '2024-09-30' },
      'It ends (2024-09-30) before it begins (2024-10-01).',
    ],
    [
      { windowEnd: '2024-12-31' },
      'It was handed in on 2024-10-08, but goes up to 2024-12-31: those days had not come.',
    ],
    [{ windowStart: '0204-01-01' }, 'The year 204 is hard to believe.'],
    [{ windowEnd: '2204-09-30' }, 'The year 2204 is hard to believe.'],
    [{ asOf: '2023-12-31' }, 'The as-of day 2023-12-31 lies outside of the window.'],
  ])('are told: %j', (changes, expected) => {
    expect(found(changes)).toEqual([expected]);
  });

  it('are told of texts, in either language', () => {
    expect(inText('It began on 31 September 2024.')).toEqual([
      ['narrativeEn', '“31 September 2024” is no day of the calendar.'],
    ]);
    expect(inText('It ended on February 30.')).toHaveLength(1);
    expect(inText(null, 'Empezó el 31 de noviembre de 2024.')).toEqual([
      ['narrativeEs', '“31 de noviembre de 2024” is no day of the calendar.'],
    ]);
  });

  it.each<[string, Partial<CheckedFigure>]>([
    ['a window of the cycle', {}],
    ['a day that had just come', { windowEnd: '2024-10-08' }],
    ['an open window', { windowEnd: null }],
    ['a target ahead', { role: 'target', windowEnd: '2026-12-31' }],
    ['a stock of a later day than its window', { basis: 'stock', asOf: '2024-10-01' }],
    ['a leap day', { windowEnd: '2024-02-29' }],
  ])('are not %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });

  it('are not days of a text that exist', () => {
    expect(
      inText(
        'From 29 February to 25 and 26 September 2024, and on 31 July 2024; May 2024. In October 34 officials came.',
      ),
    ).toEqual([]);
    expect(inText(null, 'El 25 y 26 de septiembre de 2024 y el 31 de julio.')).toEqual([]);
  });
});
