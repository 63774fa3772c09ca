import type { Inline, TableBlock } from './report.document.js';

/** Characters of a column's cells, from which its share of the width follows. */
const NARROWEST = 7;
const WIDEST = 60;
/** Longer words are divided. */
const LONGEST_WORD = 14;

/** What of the width each column gets: long texts get more, but not in proportion, so that short columns stay readable. */
export function columnShares({ columns, rows }: TableBlock): number[] {
  return columns.map(({ title }, i) => {
    const texts = rows.map(({ cells }) => (cells[i] ?? []).map(textOf).join(''));
    const squares = texts.reduce((sum, { length }) => sum + length ** 2, 0);
    const usual = Math.sqrt(squares / Math.max(1, texts.length));
    const word = Math.min(LONGEST_WORD, Math.max(...[title, ...texts].flatMap(wordLengths)));
    return Math.round(10 * Math.sqrt(Math.min(WIDEST, Math.max(NARROWEST, usual, word)))) / 10;
  });
}

const wordLengths = (text: string): number[] => text.split(/\s/).map(({ length }) => length);

function textOf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'prose') return inline.markdown;
  return inline.kind === 'source' ? `[${inline.number}]` : inline.text;
}
