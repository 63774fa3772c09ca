/**
 * Exact arithmetic for published numbers: sums and means that do not depend on the order of their terms, as sums of
 * floating-point numbers do, and that are rounded once, at the end, half away from zero.
 */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);

  private constructor(
    readonly numerator: bigint,
    /** Always positive. */
    readonly denominator: bigint,
  ) {}

  /** @throws RangeError when the denominator is zero. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const bottom = BigInt(denominator);
    if (bottom === 0n) throw new RangeError('A fraction cannot have the denominator zero');
    return bottom < 0n ? new Fraction(-BigInt(numerator), -bottom) : new Fraction(BigInt(numerator), bottom);
  }

  plus(other: Fraction): Fraction {
    if (this.denominator === other.denominator)
      return new Fraction(this.numerator + other.numerator, this.denominator);
    return new Fraction(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    ).reduced();
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator).reduced();
  }

  /** @throws RangeError when `other` is zero. */
  dividedBy(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator).reduced();
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** The decimal text with exactly `places` digits after the point, rounded half away from zero: `'66.6667'`. */
  toDecimal(places: number): string {
    const scaled = abs(this.numerator) * 10n ** BigInt(places);
    const digits = (2n * scaled + this.denominator) / (2n * this.denominator);
    const text = digits.toString().padStart(places + 1, '0');
    const whole = text.slice(0, text.length - places);
    const rest = places === 0 ? '' : `.${text.slice(text.length - places)}`;
    return `${this.numerator < 0n && digits !== 0n ? '-' : ''}${whole}${rest}`;
  }

  private reduced(): Fraction {
    const divisor = greatestCommonDivisor(abs(this.numerator), this.denominator);
    return divisor === 1n ? this : new Fraction(this.numerator / divisor, this.denominator / divisor);
  }
}

/**
 * The exact value of a decimal: the text that PostgreSQL gives for a `numeric`, or a number as JavaScript prints it
 * (`0.1` is one tenth, not its nearest binary fraction).
 * @throws RangeError when it is not a finite decimal.
 */
export function parseDecimal(value: number | string): Fraction {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?\s*$/i.exec(String(value));
  if (!match || !(match[2] || match[3])) throw new RangeError(`Not a decimal number: ${String(value)}`);
  const fractionDigits = match[3] ?? '';
  const digits = BigInt(`${match[2] ?? ''}${fractionDigits}`) * (match[1] === '-' ? -1n : 1n);
  const exponent = Number(match[4] ?? 0) - fractionDigits.length;
  return exponent >= 0
    ? Fraction.of(digits * 10n ** BigInt(exponent))
    : Fraction.of(digits, 10n ** BigInt(-exponent));
}

/** A decimal rounded to `places` digits, half away from zero, as text: `('2.5', 0)` gives `'3'`. */
export const roundedDecimal = (value: number | string, places: number): string =>
  parseDecimal(value).toDecimal(places);

/** The exact sum of decimals; the same in any order. */
export const sumDecimals = (values: Iterable<number | string>): Fraction => {
  let sum = Fraction.zero;
  for (const value of values) sum = sum.plus(parseDecimal(value));
  return sum;
};

/** `a - b` exactly, as text with `places` digits. */
export const subtractDecimals = (a: number | string, b: number | string, places: number): string =>
  parseDecimal(a)
    .plus(parseDecimal(b).times(Fraction.of(-1)))
    .toDecimal(places);

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
