import { diffArrays } from 'diff';

/** A piece of two texts laid over one another. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words that went or came beyond which a text was written anew: the two are shown one after the other. */
const MOST_CHANGES = 3_000;

/** What became of a text, word by word; the pieces that are not added give `before` again, those not removed `after`. */
export function compared(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES });
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Words with the blanks after them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];
