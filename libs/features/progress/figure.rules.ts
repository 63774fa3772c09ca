import { isDay } from '#platform/calendar';
import { Fraction, parseDecimal } from '#platform/decimal';
import type { Bilingual, FieldProblem } from '#platform/http';
import { type Decimal, type FigureContent, hasValue } from './figure.content.js';
import type { Basis, ValueType } from './progress.vocabulary.js';

/** Everything that keeps a figure from being stored; `path` goes before each field (`facts[0].figures[1].`). */
export function figureProblems(figure: FigureContent, path = ''): FieldProblem[] {
  const problems = [
    ...valueProblems(figure),
    ...shareProblems(figure),
    ...moneyProblems(figure),
    ...windowProblems(figure),
    ...partProblems(figure),
  ];
  return problems.map(({ field, detail }) => ({ field: `${path}${field}`, detail }));
}

function valueProblems(figure: FigureContent): FieldProblem[] {
  const { value, valueState } = figure;
  if (!hasValue(valueState)) {
    return value === null ? [] : [problem('value', MESSAGES.valueNotExpected)];
  }
  if (value === null) {
    return [problem('value', MESSAGES.valueMissing)];
  }
  const number = decimal(value);
  if (number === null) return [problem('value', MESSAGES.valueNotNumber)];
  return [...rangeProblems(figure, number), ...unitProblems(figure)];
}

function rangeProblems({ valueType, basis, ordinalScale }: FigureContent, number: Fraction): FieldProblem[] {
  const change = basis === 'change';
  const negative = number.numerator < 0n;
  const whole = number.numerator % number.denominator === 0n;
  switch (valueType) {
    case 'percent':
      return !change && (negative || isAbove(number, 100)) ? [problem('value', MESSAGES.percentRange)] : [];
    case 'yes_no':
      return whole && !negative && !isAbove(number, 1) ? [] : [problem('value', MESSAGES.yesNo)];
    case 'ordinal': {
      const levels = ordinalScale ?? [];
      if (
        levels.length < 2 ||
        new Set(levels).size < levels.length ||
        levels.some((level) => !level.trim())
      ) {
        return [problem('ordinalScale', MESSAGES.scale)];
      }
      return whole && isAbove(number, 0) && !isAbove(number, levels.length)
        ? []
        : [
            problem('value', {
              en: `The value is a place on the scale, from 1 to ${levels.length}.`,
              es: `El valor es un lugar en la escala, del 1 al ${levels.length}.`,
            }),
          ];
    }
    case 'count':
      if (!whole && !MAY_BE_FRACTIONS.includes(basis)) {
        return [problem('value', MESSAGES.countWhole)];
      }
      break;
    case 'ratio':
    case 'duration':
    case 'money':
    case 'frequency':
      break;
  }
  return negative && !change ? [problem('value', MESSAGES.negative)] : [];
}

const MAY_BE_FRACTIONS: readonly Basis[] = ['average', 'rate', 'change'];
const NEED_UNITS: readonly ValueType[] = ['count', 'duration', 'frequency'];

const unitProblems = ({ valueType, unitEn, unitEs }: FigureContent): FieldProblem[] =>
  NEED_UNITS.includes(valueType) && !unitEn?.trim() && !unitEs?.trim()
    ? [problem('unitEn', MESSAGES.unit)]
    : [];

function shareProblems({ valueType, valueState, ...figure }: FigureContent): FieldProblem[] {
  const [numerator, denominator] = [figure.numerator ?? null, figure.denominator ?? null];
  const needed = valueType === 'ratio' && hasValue(valueState);
  const problems: FieldProblem[] = [];
  if (numerator === null && (needed || denominator !== null)) {
    problems.push(problem('numerator', MESSAGES.numerator));
  }
  if (denominator === null && (needed || numerator !== null)) {
    problems.push(problem('denominator', MESSAGES.denominator));
  }
  const [part, whole] = [
    numerator === null ? null : decimal(numerator),
    denominator === null ? null : decimal(denominator),
  ];
  if (numerator !== null && (part === null || part.numerator < 0n)) {
    problems.push(problem('numerator', MESSAGES.partRange));
  }
  if (denominator !== null && (whole === null || whole.numerator <= 0n)) {
    problems.push(problem('denominator', MESSAGES.denominatorRange));
  }
  return problems;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function moneyProblems({ valueType, valueState, converted, ...figure }: FigureContent): FieldProblem[] {
  const [currency, rateOn] = [figure.currency ?? null, figure.rateOn ?? null];
  if (valueType !== 'money') {
    return currency === null && rateOn === null ? [] : [problem('currency', MESSAGES.notMoney)];
  }
  const problems: FieldProblem[] = [];
  if (currency === null ? hasValue(valueState) : !CURRENCIES.has(currency)) {
    problems.push(problem('currency', MESSAGES.currency));
  }
  if (rateOn === null ? converted === true : !isDay(rateOn)) {
    problems.push(problem('rateOn', MESSAGES.rateOn));
  }
  return problems;
}

function windowProblems(figure: FigureContent): FieldProblem[] {
  const { basis, valueState } = figure;
  const problems: FieldProblem[] = [];
  for (const field of ['windowStart', 'windowEnd', 'asOf'] as const) {
    const day = figure[field] ?? null;
    if (day !== null && !isDay(day)) {
      problems.push(problem(field, MESSAGES.day));
    }
  }
  if (problems.length > 0) return problems;
  const [start, end, asOf] = [figure.windowStart ?? null, figure.windowEnd ?? null, figure.asOf ?? null];
  const inWords = Boolean(figure.windowTextEn?.trim() || figure.windowTextEs?.trim());
  if (start !== null && end !== null && start > end) {
    problems.push(problem('windowEnd', MESSAGES.windowOrder));
  }
  if (!hasValue(valueState) || inWords) return problems;
  if (basis === 'cumulative' && start === null) {
    problems.push(problem('windowStart', MESSAGES.since));
  }
  if (basis === 'stock' && asOf === null && end === null) {
    problems.push(problem('asOf', MESSAGES.asOf));
  }
  return problems;
}

const partProblems = ({ disaggregation, basis }: FigureContent): FieldProblem[] =>
  (disaggregation ?? []).flatMap((part, i) => {
    const at = `disaggregation[${i}].`;
    const number = part.value === null ? Fraction.zero : decimal(part.value);
    return [
      ...(part.dimension.trim() ? [] : [problem(`${at}dimension`, MESSAGES.dimension)]),
      ...(part.categoryEn.trim() || part.categoryEs.trim()
        ? []
        : [problem(`${at}categoryEn`, MESSAGES.category)]),
      ...(number !== null && (number.numerator >= 0n || basis === 'change')
        ? []
        : [problem(`${at}value`, MESSAGES.partRange)]),
    ];
  });

const isAbove = (value: Fraction, limit: number): boolean =>
  value.numerator > BigInt(limit) * value.denominator;

function decimal(value: Decimal): Fraction | null {
  try {
    return parseDecimal(value);
  } catch {
    return null;
  }
}

const problem = (field: string, detail: Bilingual): FieldProblem => ({ field, detail });

const MESSAGES = {
  valueNotExpected: {
    en: 'What is unknown or not reported has no value; a reported zero is “reported”.',
    es: 'Lo desconocido o no informado no lleva valor; un cero informado es «informado».',
  },
  valueMissing: {
    en: 'Give the value, or say that it is unknown or was not reported.',
    es: 'Indique el valor o señale que se desconoce o que no se informó.',
  },
  valueNotNumber: { en: 'The value must be a number.', es: 'El valor debe ser un número.' },
  percentRange: {
    en: 'A percent lies between 0 and 100, unless it is a change.',
    es: 'Un porcentaje está entre 0 y 100, salvo que sea una variación.',
  },
  yesNo: { en: 'Yes is 1 and no is 0.', es: 'Sí es 1 y no es 0.' },
  scale: {
    en: 'Give the levels of the scale, at least two different ones, from lowest to highest.',
    es: 'Indique los niveles de la escala, al menos dos distintos, de menor a mayor.',
  },
  countWhole: {
    en: 'A count is a whole number, unless it is an average, a rate or a change.',
    es: 'Una cantidad es un número entero, salvo que sea un promedio, una tasa o una variación.',
  },
  negative: { en: 'Only a change can be below zero.', es: 'Solo una variación puede ser menor que cero.' },
  unit: {
    en: 'Say what is counted or measured: people, months, visits a week.',
    es: 'Indique qué se cuenta o mide: personas, meses, visitas por semana.',
  },
  numerator: { en: 'Give the part (numerator).', es: 'Indique la parte (numerador).' },
  denominator: { en: 'Give the whole (denominator).', es: 'Indique el total (denominador).' },
  partRange: {
    en: 'The part is a number from zero on.',
    es: 'La parte es un número mayor o igual que cero.',
  },
  denominatorRange: { en: 'The whole must be above zero.', es: 'El total debe ser mayor que cero.' },
  notMoney: {
    en: 'Only amounts of money have a currency and an exchange rate.',
    es: 'Solo los montos llevan moneda y tipo de cambio.',
  },
  currency: {
    en: 'Give the currency by its ISO code, such as USD or MXN.',
    es: 'Indique la moneda por su código ISO, como USD o MXN.',
  },
  rateOn: { en: 'Give the day of the exchange rate.', es: 'Indique la fecha del tipo de cambio.' },
  day: { en: 'This is not a day like 2024-07-01.', es: 'Esto no es una fecha como 2024-07-01.' },
  windowOrder: { en: 'The window ends before it begins.', es: 'El período termina antes de empezar.' },
  since: {
    en: 'Say since when it is counted, or put it in words.',
    es: 'Indique desde cuándo se cuenta o dígalo con palabras.',
  },
  asOf: {
    en: 'Say on which day it was so, or put it in words.',
    es: 'Indique en qué fecha era así o dígalo con palabras.',
  },
  dimension: { en: 'Say by what it is broken down.', es: 'Indique según qué se desglosa.' },
  category: { en: 'Name the category.', es: 'Nombre la categoría.' },
} satisfies Record<string, Bilingual>;
