import { type FigurePart, hasValue } from '#features/progress';
import { Fraction, parseDecimal, sumDecimals } from '#platform/decimal';
import { plain } from '../figure-subject.rules.js';
import type { Check, CheckedFigure, Found } from '../finding.content.js';
import { spoken } from '../numbers-in-text.rules.js';

export const partsAndTotal: Check = {
  key: 'parts_and_total',
  title: { en: 'Parts and total', es: 'Partes y total' },
  rule: {
    en: 'The parts of a breakdown, in the unit of the figure, do not add up to it.',
    es: 'Las partes de un desglose, en la unidad de la cifra, no suman esa cifra.',
  },
  silent: {
    en: 'A single part below the total is an “of which”; a part said to be a share of another part is not added; with a part unknown the sum may be lower; rounded percentages may miss the total by their rounding; “about” allows one in a hundred.',
    es: 'Una sola parte menor que el total es un «de los cuales»; una parte que se dice proporción de otra no se suma; si se desconoce una parte, la suma puede ser menor; los porcentajes redondeados pueden apartarse por su redondeo; «alrededor de» admite un uno por ciento.',
  },
  find: ({ figures }) =>
    figures.filter(({ valueState, value }) => hasValue(valueState) && value !== null).flatMap(inFigure),
};

function inFigure(figure: CheckedFigure): Found[] {
  const parts = (figure.disaggregation ?? []).filter((part) => sameUnit(part, figure) && !isNested(part));
  return [...new Set(parts.map(({ dimension }) => dimension))].flatMap((dimension) => {
    const own = parts.filter((part) => part.dimension === dimension);
    const sum = sumDecimals(own.flatMap((part) => part.value ?? []));
    const rest = parseDecimal(figure.value ?? 0).plus(sum.times(Fraction.of(-1)));
    const complete = own.length > 1 && own.every((part) => part.value !== null);
    if (within(rest, tolerance(figure, own)) || (rest.numerator > 0n && !complete)) return [];
    if (figure.qualifier === 'more_than' && rest.numerator < 0n) return [];
    const [name, added, total] = [own[0], plain(sum), String(figure.value)];
    return [
      {
        figure,
        field: 'disaggregation',
        detail: {
          en: `The parts (${name?.dimensionEn ?? dimension}) add up to ${spoken(added, 'en')}; the total is ${spoken(total, 'en')}.`,
          es: `Las partes (${name?.dimensionEs ?? dimension}) suman ${spoken(added, 'es')}; el total es ${spoken(total, 'es')}.`,
        },
        basis: [dimension, added, total],
      },
    ];
  });
}

const sameUnit = (part: FigurePart, { unitEn, unitEs }: CheckedFigure): boolean =>
  (part.unitEn ?? unitEn ?? null) === (unitEn ?? null) &&
  (part.unitEs ?? unitEs ?? null) === (unitEs ?? null);

/** “single-parent (share of families)” lies within another part. */
const isNested = ({ categoryEn, categoryEs }: FigurePart): boolean =>
  /\b(share of|of which|of those|proporción de|de las cuales|de los cuales|de ellas|de ellos)\b/i.test(
    `${categoryEn} ${categoryEs}`,
  );

function tolerance(figure: CheckedFigure, parts: readonly FigurePart[]): Fraction {
  if (['about', 'nearly', 'estimate'].includes(figure.qualifier))
    return parseDecimal(figure.value ?? 0).times(Fraction.of(1, 100));
  if (figure.valueType !== 'percent') return Fraction.zero;
  const places = Math.max(...parts.map(({ value }) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0));
  return Fraction.of(parts.length, 2n * 10n ** BigInt(places));
}

const within = (rest: Fraction, allowed: Fraction): boolean => {
  const size = rest.numerator < 0n ? -rest.numerator : rest.numerator;
  const limit = allowed.numerator < 0n ? -allowed.numerator : allowed.numerator;
  return size * allowed.denominator <= limit * rest.denominator;
};
