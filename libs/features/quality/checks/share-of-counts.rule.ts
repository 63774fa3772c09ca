import { hasValue } from '#features/progress';
import { Fraction, parseDecimal } from '#platform/decimal';
import type { Check, CheckedFigure, Found } from '../finding.content.js';
import { spoken } from '../numbers-in-text.rules.js';

export const shareOfCounts: Check = {
  key: 'share_of_counts',
  title: { en: 'Share and its counts', es: 'Proporción y sus conteos' },
  rule: {
    en: 'A percentage or ratio is not what its numerator and denominator give, rounded or cut to the digits stated.',
    es: 'Un porcentaje o una razón no es lo que dan su numerador y denominador, redondeado o truncado a los dígitos indicados.',
  },
  silent: {
    en: 'Without both counts nothing is computed; “about” and “nearly” allow one point in a hundred of the value; “more than” and “at most” are only wrong on the wrong side.',
    es: 'Sin ambos conteos no se calcula nada; «alrededor de» y «casi» admiten un uno por ciento del valor; «más de» y «como máximo» solo fallan hacia el lado contrario.',
  },
  find: ({ figures }) => figures.flatMap(inFigure),
};

function inFigure(figure: CheckedFigure): Found[] {
  const { value, valueState, valueType, numerator, denominator } = figure;
  if (!hasValue(valueState) || value === null || numerator == null || denominator == null) return [];
  if ((valueType !== 'percent' && valueType !== 'ratio') || parseDecimal(denominator).isZero) return [];
  const quotient = parseDecimal(numerator).dividedBy(parseDecimal(denominator));
  const expected = valueType === 'percent' ? quotient.times(Fraction.of(100)) : quotient;
  const places = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  if (agrees(figure, Number(expected.toDecimal(9)), places)) return [];
  const [stated, computed] = [String(value), expected.toDecimal(Math.max(places, 1))];
  const [counts, sign] = [
    [String(numerator), String(denominator)] as const,
    valueType === 'percent' ? '%' : '',
  ];
  return [
    {
      figure,
      field: 'value',
      detail: {
        en: `The value is ${spoken(stated, 'en')}${sign}; ${spoken(counts[0], 'en')} of ${spoken(counts[1], 'en')} give ${spoken(computed, 'en')}${sign}.`,
        es: `El valor es ${spoken(stated, 'es')}${sign && ' %'}; ${spoken(counts[0], 'es')} de ${spoken(counts[1], 'es')} dan ${spoken(computed, 'es')}${sign && ' %'}.`,
      },
      basis: [stated, ...counts],
    },
  ];
}

function agrees({ value, qualifier }: CheckedFigure, expected: number, places: number): boolean {
  const stated = Number(value);
  const step = 10 ** -places;
  const rounded =
    Math.abs(stated - expected) <= step / 2 + 1e-9 || (expected >= stated && expected - stated < step);
  switch (qualifier) {
    case 'exact':
    case 'computed':
      return rounded;
    case 'about':
    case 'nearly':
    case 'estimate':
      return rounded || Math.abs(stated - expected) <= Math.abs(stated) / 100;
    case 'more_than':
      return expected >= stated;
    case 'at_most':
    case 'less_than':
      return expected <= stated;
  }
}
