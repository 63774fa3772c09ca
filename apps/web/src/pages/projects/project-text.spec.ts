import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { formatsOf } from '~/i18n/formats';
import { knownDay, standing } from './project-text';

describe('a day as exactly as it is known', () => {
  const said = (precision: 'day' | 'month' | 'year' | 'not_stated') =>
    (['en', 'es'] as const).map((lang) =>
      knownDay(((key: string) => key) as TFunction, formatsOf(lang), '2025-03-31', precision),
    );

  it('is told in the language, and no more of it than is known', () => {
    expect(said('day')).toEqual(['31 Mar 2025', '31 mar 2025']);
    expect(said('month')).toEqual(['Mar 2025', 'mar 2025']);
    expect(said('year')).toEqual(['2025', '2025']);
    expect(said('not_stated')).toEqual(['project.notStated', 'project.notStated']);
  });
});

describe('what a report of a project says', () => {
  const es = formatsOf('es');

  it.each([
    [75, '75 % de avance', '75 % de avance'],
    [75, '75% complete', '75% complete'],
    [75.5, 'Avance: 75,5 %', 'Avance: 75,5 %'],
    [null, 'En ejecución', 'En ejecución'],
  ])('names a percent once: %s, %s', (percent, words, said) => {
    expect(standing(es, percent, words)).toBe(said);
  });

  it.each(['En ejecución', '175 % de la meta', 'Meta: 1.75 %', 'Antes 80 %'])(
    'tells the percent where the words tell none or another one: %s',
    (words) => {
      expect(standing(es, 75, words)).toBe(`${es.percent(75)} · ${words}`);
    },
  );

  it('stands alone without words', () => {
    expect(standing(es, 75, '')).toBe(es.percent(75));
  });
});
