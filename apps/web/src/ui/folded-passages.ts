import type { Piece } from '#platform/comparison';

/** A passage that both texts have, of which only the number of words is told. */
export interface Folded {
  kind: 'folded';
  words: number;
}

/** So many words stay to be read beside a change. */
const BESIDE = 25;
/** Shorter passages are not worth folding. */
const LEAST = 20;

/** Pieces of a comparison with long passages that nobody changed left out, but for the words beside a change. */
export function foldedPassages(pieces: readonly Piece[]): (Piece | Folded)[] {
  return pieces.flatMap((piece, i): (Piece | Folded)[] => {
    if (piece.kind !== 'same') return [piece];
    const words = piece.text.match(/\S+\s*|\s+/g) ?? [];
    const head = i === 0 ? 0 : BESIDE;
    const tail = i === pieces.length - 1 ? 0 : BESIDE;
    const between = words.length - head - tail;
    if (between < LEAST) return [piece];
    return [
      { kind: 'same' as const, text: words.slice(0, head).join('') },
      { kind: 'folded' as const, words: between },
      { kind: 'same' as const, text: words.slice(words.length - tail).join('') },
    ].filter((part) => part.kind === 'folded' || part.text !== '');
  });
}
