import { Fraction, parseDecimal, sumDecimals } from '#platform/decimal';
import type { FieldProblem } from '#platform/http';
import { type Decimal, type FigureContent, hasValue } from './figure.content.js';

/**
 * What a reader should know about a figure that can be stored: parts and whole that do not agree, a share that is not its
 * parts' quotient. Flagged, never corrected: the source said so.
 */
export function figureFlags(figure: FigureContent): FieldProblem[] {
  if (!hasValue(figure.valueState) || figure.value === null) return [];
  return [...quotientFlags(figure), ...breakdownFlags(figure)];
}

function quotientFlags({ value, valueType, numerator, denominator }: FigureContent): FieldProblem[] {
  if (value === null || numerator == null || denominator == null) return [];
  if (valueType !== 'percent' && valueType !== 'ratio') return [];
  const quotient = parseDecimal(numerator).dividedBy(parseDecimal(denominator));
  const expected = valueType === 'percent' ? quotient.times(Fraction.of(100)) : quotient;
  const places = decimalsOf(value);
  const [stated, computed] = [parseDecimal(value).toDecimal(places), expected.toDecimal(places)];
  return stated === computed
    ? []
    : [
        problem(
          'value',
          `The value is ${stated}, but part and whole give ${computed}.`,
          `El valor es ${stated}, pero la parte y el total dan ${computed}.`,
        ),
      ];
}

/** A single part below the total is an "of which", not a breakdown that should add up. */
function breakdownFlags({ value, unitEn, unitEs, disaggregation }: FigureContent): FieldProblem[] {
  const comparable = (disaggregation ?? []).filter(
    (part) =>
      (part.unitEn ?? unitEn ?? null) === (unitEn ?? null) &&
      (part.unitEs ?? unitEs ?? null) === (unitEs ?? null),
  );
  return [...new Set(comparable.map((part) => part.dimension))].flatMap((dimension) => {
    const parts = comparable.filter((part) => part.dimension === dimension);
    const sum = sumDecimals(parts.flatMap((part) => part.value ?? []));
    const rest = parseDecimal(value ?? 0).plus(sum.times(Fraction.of(-1)));
    const complete = parts.length > 1 && parts.every((part) => part.value !== null);
    if (rest.isZero || (rest.numerator > 0n && !complete)) return [];
    const [total, added] = [plain(parseDecimal(value ?? 0)), plain(sum)];
    return [
      problem(
        'disaggregation',
        `The parts (${dimension}) add up to ${added}, the total is ${total}.`,
        `Las partes (${dimension}) suman ${added}, el total es ${total}.`,
      ),
    ];
  });
}

/** The exact text of a decimal fraction without trailing zeros. */
const plain = (value: Fraction): string => value.toDecimal(12).replace(/\.?0+$/, '');

const decimalsOf = (value: Decimal): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

const problem = (field: string, en: string, es: string): FieldProblem => ({ field, detail: { en, es } });
