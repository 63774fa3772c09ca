import { describe, expect, it } from '@jest/globals';
import { formatsOf } from '~/i18n/formats';
import { standing } from './project-text';

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
