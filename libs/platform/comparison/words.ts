/**
 * Longer words that two texts have in common, as a share of those of both (Dice): 0 to 1; 0 where either has fewer than two.
 * Numbers do not count.
 */
export function wordsInCommon(a: string | null | undefined, b: string | null | undefined): number {
  const [left, right] = [longWords(a), longWords(b)];
  if (left.size < 2 || right.size < 2) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / (left.size + right.size);
}

const longWords = (text: string | null | undefined): Set<string> =>
  new Set((text ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? []);
