import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material, narrative } from '../quality.fixtures.js';
import { narrativeContradicts } from './narrative-contradicts.rule.js';

const REUNIFICATION = [
  figure({ value: 210, unitEn: 'requests', unitEs: 'solicitudes', labelEn: 'received' }),
  figure({ value: 57, unitEn: 'people', unitEs: 'personas', labelEn: 'authorised' }),
];

const found = (en: string | null, figures: CheckedFigure[] = REUNIFICATION, es: string | null = null) =>
  narrativeContradicts.find(material({ figures, texts: [narrative(en, es)] })).map(({ detail }) => detail);

describe('narrative against figure', () => {
  it('speaks of 75 of 210 in the text where the figures say 57 of 210', () => {
    expect(found('Of the requests, 75 of 210 were authorised.')).toEqual([
      {
        en: 'The text says “75 of 210”; the figure beside it says 57 / 210.',
        es: 'El texto dice «75 of 210»; la cifra que lo acompaña dice 57 / 210.',
      },
    ]);
    expect(found(null, REUNIFICATION, 'Se autorizaron 75 de las 210 solicitudes.')).toHaveLength(1);
  });

  it('speaks of 75 of 210 where one figure holds both counts', () => {
    const share = figure({
      value: 27.1,
      valueType: 'percent',
      unitEn: 'percent',
      numerator: 57,
      denominator: 210,
    });
    expect(found('It was 75 of the 210.', [share])).toHaveLength(1);
  });

  it.each<[string, string, CheckedFigure[]]>([
    ['swapped digits', 'The course had 18,200 pupils.', [figure({ value: 12800, unitEn: 'applications' })]],
    [
      'another number before the unit',
      'It reached 96 learners.',
      [figure({ value: 97, unitEn: 'learners' })],
    ],
  ])('speaks of %s', (_, text, figures) => {
    expect(found(text, figures)).toHaveLength(1);
  });

  it.each<[string, string, CheckedFigure[]]>([
    ['the right pair', 'So far 57 of 210 were authorised.', REUNIFICATION],
    ['a pair of other things', 'In 75 of 300 schools there were talks.', REUNIFICATION],
    ['the number written in the Spanish way', 'Se atendió a 12 800 personas.', [figure({ value: 12800 })]],
    [
      'a year that looks like swapped digits',
      'In 2042 there will be more.',
      [figure({ value: 2024, unitEn: 'pupils' })],
    ],
    [
      'a part of a breakdown',
      'Of them 47 learners were in secondary.',
      [
        figure({
          value: 97,
          unitEn: 'learners',
          disaggregation: [
            { dimension: 'level', categoryEn: 'secondary', categoryEs: 'secundaria', value: 47 },
          ],
        }),
      ],
    ],
    ['a rounded number', 'It reached about 100 learners.', [figure({ value: 97, unitEn: 'learners' })]],
    [
      'a unit that several figures share',
      'It reached 96 people.',
      [figure({ value: 97 }), figure({ value: 12, labelEn: 'trained' })],
    ],
    ['the unit as the beginning of another word', 'It has 96 peopled cities.', [figure({ value: 97 })]],
    [
      'swapped digits beside the number itself',
      'It was 57, not 75.',
      [figure({ value: 57, unitEn: 'requests' })],
    ],
  ])('keeps silent about %s', (_, text, figures) => {
    expect(found(text, figures)).toEqual([]);
    expect(found(null, figures, text)).toEqual([]);
  });
});
