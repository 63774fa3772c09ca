import { wordsInCommon } from '#platform/comparison';
import { parseDecimal } from '#platform/decimal';
import type { CheckedFigure } from './finding.content.js';
import { dateOf, reported } from './figure-subject.rules.js';

/** Figures that a check may calculate with: a value of this period, a number. */
export const measured = (figures: readonly CheckedFigure[]): CheckedFigure[] =>
  reported(figures).filter(({ valueType }) => valueType !== 'yes_no' && valueType !== 'ordinal');

/** What is counted, apart from where, when and in what role: unit, kind of value, currency, population, label. */
export const measure = (figure: CheckedFigure): string => JSON.stringify([unitOf(figure), ...kind(figure)]);

/** The same without the unit. */
export const kind = (figure: CheckedFigure): (string | null)[] => [
  figure.valueType,
  figure.basis,
  figure.currency ?? null,
  figure.population ?? null,
  lower(figure.labelEn ?? figure.labelEs),
];

export const unitOf = (figure: CheckedFigure): string => lower(figure.unitEn ?? figure.unitEs) ?? '';

/**
 * Whether two statements are about the same thing: one fact’s code, or at least three quarters of their longer words in
 * common, in English or in Spanish. Numbers do not count: they are what is compared.
 */
export function sameStatement(a: CheckedFigure, b: CheckedFigure): boolean {
  if (a.factId === b.factId || (a.factCode !== null && a.factCode === b.factCode)) return true;
  return (
    wordsInCommon(a.statementEn, b.statementEn) >= ENOUGH ||
    wordsInCommon(a.statementEs, b.statementEs) >= ENOUGH
  );
}

const ENOUGH = 0.75;

/** The day by which a figure takes its place in a series. */
export const placeInTime = (figure: CheckedFigure): string => dateOf(figure) ?? figure.periodEnd;

/** Earlier figures of the same subject, oldest first. */
export const seriesBefore = (figure: CheckedFigure, earlier: readonly CheckedFigure[]): CheckedFigure[] =>
  measured(earlier)
    .filter(
      (other) =>
        other.role === figure.role &&
        measure(other) === measure(figure) &&
        sameStatement(other, figure) &&
        placeInTime(other) < placeInTime(figure),
    )
    .sort((a, b) => (placeInTime(a) < placeInTime(b) ? -1 : 1));

/** Negative when the first value is smaller, exactly. */
export function compareValues(a: number | string | null, b: number | string | null): number {
  const [left, right] = [parseDecimal(a ?? 0), parseDecimal(b ?? 0)];
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const lower = (text: string | null | undefined): string | null => text?.trim().toLowerCase() ?? null;
