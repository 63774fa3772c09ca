import { Fraction, parseDecimal } from '#platform/decimal';

/** A milestone as an update reports it; weight and percent (0 to 100) as numbers or as PostgreSQL's decimal text. */
export interface MilestoneProgress {
  weight: number | string | null;
  percent: number | string | null;
}

export interface MilestonePercent {
  /** 0 to 100 with two decimals (`'66.67'`); null as long as any milestone has no percent: unknown is not zero. */
  percent: string | null;
  /** Milestones that have a percent, of `of` milestones. */
  reported: number;
  of: number;
}

/**
 * The percent of a commitment from its milestones: the mean of their percents by normalised weights. A milestone without a
 * weight counts as the average of the stated weights, so without any weights all count the same.
 * @throws RangeError for a negative weight.
 */
export function percentFromMilestones(milestones: readonly MilestoneProgress[]): MilestonePercent {
  const of = milestones.length;
  const reported = milestones.filter((milestone) => milestone.percent !== null).length;
  if (of === 0 || reported < of) return { percent: null, reported, of };
  const weights = filledWeights(milestones.map((milestone) => milestone.weight));
  let weighted = Fraction.zero;
  let total = Fraction.zero;
  milestones.forEach((milestone, i) => {
    const weight = weights[i] ?? Fraction.zero;
    weighted = weighted.plus(weight.times(parseDecimal(milestone.percent ?? 0)));
    total = total.plus(weight);
  });
  return { percent: weighted.dividedBy(total).toDecimal(2), reported, of };
}

/** Every weight stated or, where it is missing, the average of the stated ones; all 1 when none is stated above zero. */
function filledWeights(weights: readonly (number | string | null)[]): Fraction[] {
  const stated = weights.filter((weight) => weight !== null).map(parseDecimal);
  if (stated.some((weight) => weight.numerator < 0n)) throw new RangeError('A weight cannot be negative');
  const sum = stated.reduce((total, weight) => total.plus(weight), Fraction.zero);
  if (sum.isZero) return weights.map(() => Fraction.of(1));
  const average = sum.dividedBy(Fraction.of(stated.length));
  return weights.map((weight) => (weight === null ? average : parseDecimal(weight)));
}
