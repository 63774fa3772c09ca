/** Exact fractions of whole numbers: numerator and denominator. */
export type Quotient = readonly [bigint, bigint];
export const ONE: Quotient = [1n, 1n];
export const plus = ([a, b]: Quotient, [c, d]: Quotient): Quotient => [a * d + c * b, b * d];
export const times = ([a, b]: Quotient, [c, d]: Quotient): Quotient => [a * c, b * d];

/** The exact value of decimal text. */
export function decimal(text: string): Quotient {
  const [whole = '0', digits = ''] = text.split('.');
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
}

/** Decimal text with four places, rounded half away from zero; empty for none. */
export function fourPlaces(value: Quotient | undefined): string {
  if (!value) return '';
  const [top, bottom] = value[1] < 0n ? [-value[0], -value[1]] : value;
  const size = top < 0n ? -top : top;
  const rounded = (2n * size * 10_000n + bottom) / (2n * bottom);
  const digits = String(rounded).padStart(5, '0');
  return `${top < 0n && rounded > 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
