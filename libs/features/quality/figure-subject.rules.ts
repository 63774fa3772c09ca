import type { FigureContent } from '#features/progress';
import { type Fraction, parseDecimal } from '#platform/decimal';

/** A figure as far as it says what is measured, when, and how much. */
export type MeasuredFigure = Pick<
  FigureContent,
  | 'value'
  | 'valueState'
  | 'valueType'
  | 'qualifier'
  | 'basis'
  | 'role'
  | 'unitEn'
  | 'unitEs'
  | 'currency'
  | 'numerator'
  | 'denominator'
  | 'windowStart'
  | 'windowEnd'
  | 'asOf'
  | 'population'
>;

/** Figures with a value of their own from this period. */
export const reported = <F extends MeasuredFigure>(figures: readonly F[]): F[] =>
  figures.filter((figure) => figure.valueState === 'reported' && figure.value !== null);

/** What is measured, apart from where and when. */
export const subject = (figure: MeasuredFigure): (string | null)[] => [
  figure.role,
  figure.valueType,
  figure.basis,
  (figure.unitEn ?? figure.unitEs ?? '').trim().toLowerCase(),
  figure.currency ?? null,
  figure.population ?? null,
];

/** A stock has a date; everything else has a window. */
export const time = (figure: MeasuredFigure): (string | null)[] =>
  figure.basis === 'stock' ? [dateOf(figure)] : [figure.windowStart ?? null, figure.windowEnd ?? null];

/** Whether a figure’s date or both ends of its window are known. */
export const timeIsKnown = (figure: MeasuredFigure): boolean => time(figure).every((day) => day !== null);

/** The day at which a figure stands. */
export const dateOf = (figure: MeasuredFigure): string | null => figure.asOf ?? figure.windowEnd ?? null;

/** What a figure says, for telling whether two say the same. */
export const content = (figure: MeasuredFigure): string =>
  JSON.stringify(
    [figure.value, figure.numerator ?? null, figure.denominator ?? null].map((part) => textOf(part)),
  );

/** A decimal as text without trailing zeros, or null. */
export const textOf = (value: number | string | null | undefined): string | null =>
  value == null ? null : plain(parseDecimal(value));

/** Groups in the order of their keys, members in the order of their ids: nothing depends on the order of the input. */
export function groupBy<F extends { figureId: string }>(
  figures: readonly F[],
  key: (figure: F) => string,
): F[][] {
  const ordered = [...figures].sort((a, b) => compare(a.figureId, b.figureId));
  return [...Map.groupBy(ordered, key)].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

/** The exact decimal without trailing zeros. */
export const plain = (value: Fraction): string => value.toDecimal(12).replace(/\.?0+$/, '');

/** Order by code units: no locale has a say. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
