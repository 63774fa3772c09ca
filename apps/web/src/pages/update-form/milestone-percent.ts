import { numberOf } from './numbers';

/**
 * The percent that milestones give together, by their weights; null until each has its own. A preview: the API computes
 * the figure that counts.
 */
export function milestonePercent(
  milestones: { id: string; weight?: number | null }[],
  typed: Record<string, string>,
): { percent: number | null; said: number } {
  const percents = milestones.map(({ id }) => numberOf(typed[id] ?? ''));
  const known = percents.filter((percent) => percent !== null && Number.isFinite(percent));
  if (known.length < milestones.length) return { percent: null, said: known.length };
  const weights = filledWeights(milestones.map(({ weight }) => weight ?? null));
  const weighted = weights.reduce((all, weight, index) => all + weight * (percents[index] ?? 0), 0);
  return { percent: milestones.length === 0 ? null : weighted / sum(weights), said: known.length };
}

/** One without a weight counts as the average of those that have one; without any all count the same. */
function filledWeights(weights: (number | null)[]): number[] {
  const stated = weights.filter((weight) => weight !== null);
  const total = sum(stated);
  return weights.map((weight) => (total === 0 ? 1 : (weight ?? total / stated.length)));
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
