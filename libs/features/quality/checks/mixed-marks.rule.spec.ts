import { describe, expect, it } from '@jest/globals';
import { material, narrative } from '../quality.fixtures.js';
import { mixedMarks } from './mixed-marks.rule.js';

const found = (...texts: [en: string | null, es?: string | null][]) =>
  mixedMarks
    .find(material({ texts: texts.map(([en, es]) => narrative(en, es ?? null)) }))
    .map(({ detail }) => detail.en);

describe('mixed thousands and decimal marks', () => {
  it.each([
    'There were 12,800 applications and 12.850 approvals.',
    'It was 1.39% of 25.161 people.',
    'It was 1,39 % of 25,161 people.',
    'In all 1.234.567 and 1,234,568.',
  ])('are told: %s', (text) => {
    expect(found([text])).toHaveLength(1);
  });

  it('are told across the texts of one update', () => {
    expect(found(['There were 12,800.'], ['There were 9.400.'])).toEqual([
      '“12,800” and “9.400” use the marks for thousands and decimals differently.',
    ]);
  });

  it.each<[string, string, string | null]>([
    ['one way throughout', 'It was 1.39% of 25,161 people.', null],
    ['the other way throughout', 'Es el 1,39 % de 25.161 personas.', null],
    ['blanks between thousands', 'It was 10 980 and 1.5%.', null],
    ['a list of numbers', 'In 2022, 2023, 2024.', null],
    ['days and ranges', 'On 31.12.2024 and in 2018-2024.', null],
    ['English beside Spanish', 'There were 12,800.', 'Hubo 12.800.'],
    ['no marks at all', 'There were 1296 of 4270.', null],
  ])('keep silent about %s', (_, en, es) => {
    expect(found([en, es])).toEqual([]);
  });
});
