/** A list of fixed words as the inside of an SQL `IN (...)`, for CHECK constraints. Words only: anything else throws. */
export function sqlList(words: readonly string[]): string {
  return words
    .map((word) => {
      if (!/^[a-z_]+$/i.test(word)) throw new Error(`not a plain word: ${word}`);
      return `'${word}'`;
    })
    .join(', ');
}
