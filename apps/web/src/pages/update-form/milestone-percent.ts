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
  const weights = milestones.map(({ weight }) => weight ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const weighted = weights.reduce((sum, weight, index) => sum + weight * (percents[index] ?? 0), 0);
  return { percent: total === 0 ? null : weighted / total, said: known.length };
}
