import { Fraction, parseDecimal } from '#platform/decimal';

/** An amount in its own currency; decimal text. */
export interface Money {
  amount: string;
  currency: string;
  /** How many amounts were added to it; left out: it is one. */
  count?: number;
}

/** How many units of `to` one unit of `from` was worth on a day, as a source states it. */
export interface StatedRate {
  from: string;
  to: string;
  /** Decimal text, above zero. */
  rate: string;
  asOf: string;
}

/** A sum in one currency, and what could not be put into it because nobody stated a rate: by currency, apart. */
export interface Total {
  currency: string;
  /** Decimal text with two places; null: nothing could be summed. */
  amount: string | null;
  converted: number;
  apart: Required<Money>[];
}

const SAME = Fraction.of(1);

/**
 * The rate that a sum uses: the latest stated for the pair on or before `day`. No inverse, no way through a third currency: a
 * rate that nobody stated is no rate.
 */
export function rateOn(rates: readonly StatedRate[], from: string, to: string, day: string): Fraction | null {
  if (from === to) return SAME;
  const stated = rates
    .filter((rate) => rate.from === from && rate.to === to && rate.asOf <= day)
    .sort((a, b) => b.asOf.localeCompare(a.asOf))[0];
  return stated ? parseDecimal(stated.rate) : null;
}

/** Adds amounts in one currency, exactly; what has no rate is added by currency and listed apart. Rounded once, at the end. */
export function totalIn(
  currency: string,
  amounts: readonly Money[],
  rates: readonly StatedRate[],
  day: string,
): Total {
  let sum = Fraction.zero;
  let converted = 0;
  const apart = new Map<string, { sum: Fraction; count: number }>();
  for (const money of amounts) {
    const rate = rateOn(rates, money.currency, currency, day);
    const value = parseDecimal(money.amount);
    if (rate) {
      sum = sum.plus(value.times(rate));
      converted += 1;
    } else {
      const before = apart.get(money.currency) ?? { sum: Fraction.zero, count: 0 };
      apart.set(money.currency, { sum: before.sum.plus(value), count: before.count + (money.count ?? 1) });
    }
  }
  return {
    currency,
    amount: converted === 0 ? null : sum.toDecimal(2),
    converted,
    apart: [...apart]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([code, { sum: whole, count }]) => ({ currency: code, amount: whole.toDecimal(2), count })),
  };
}

/** What remains to be funded, in one currency. */
export interface Gap {
  sought: Total;
  funded: Total;
  /** `sought` minus `funded`; null when no cooperation sought is known in this currency. */
  gap: string | null;
  /** Amounts sought and funded that the gap does not hold, because nobody stated a rate: with them it is another one. */
  leftOut: { currency: string; count: number }[];
}

/** The gap of a place: cooperation sought minus what funds it, both in one currency; without a sought amount there is none. */
export function gapOf(
  currency: string,
  sought: readonly Money[],
  funded: readonly Money[],
  rates: readonly StatedRate[],
  day: string,
): Gap {
  const [need, paid] = [totalIn(currency, sought, rates, day), totalIn(currency, funded, rates, day)];
  const gap =
    need.amount === null
      ? null
      : parseDecimal(need.amount)
          .plus(parseDecimal(paid.amount ?? '0').times(Fraction.of(-1)))
          .toDecimal(2);
  return { sought: need, funded: paid, gap, leftOut: leftOutOf([...need.apart, ...paid.apart]) };
}

function leftOutOf(apart: readonly Required<Money>[]): Gap['leftOut'] {
  const currencies = Map.groupBy(apart, ({ currency }) => currency);
  return [...currencies]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([currency, some]) => ({ currency, count: some.reduce((sum, { count }) => sum + count, 0) }));
}
