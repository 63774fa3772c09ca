import type { Inline, Line, TableBlock } from './report.document.js';
import { noteSign } from './report.words.js';

/** Characters of a line of a table; what a column's edges take of it. */
const LINE = 119;
const EDGES = 2;
/** Longer texts do not widen their column any more; longer words are divided, shorter texts stay on one line. */
const WIDEST = 60;
const LONGEST_WORD = 14;
const ONE_LINE = 18;

/**
 * What of the width each column gets: first what its words and short texts need, then what is left by how much more its
 * longer texts would take.
 */
export function columnShares({ columns, rows }: TableBlock): number[] {
  const needs = columns.map(({ title }, i) => {
    const lines = rows.map(({ cells }) => cells[i] ?? []);
    const texts = lines.map((line) => line.map(textOf).join(''));
    const squares = texts.reduce((sum, { length }) => sum + length ** 2, 0);
    const usual = Math.min(WIDEST, Math.sqrt(squares / Math.max(1, texts.length)));
    const least = Math.max(longestWord(title), ...lines.map(unbroken));
    return { least: least + EDGES, more: Math.max(0, usual - least) };
  });
  const [least, more] = [sum(needs.map((need) => need.least)), sum(needs.map((need) => need.more))];
  const left = Math.max(0, LINE - least);
  return needs.map((need) => {
    const part = more === 0 ? need.least / least : need.more / more;
    return Math.round(10 * (need.least + left * part)) / 10;
  });
}

function unbroken(line: Line): number {
  const parts = line.map((inline) => {
    const text = textOf(inline);
    const framed = typeof inline === 'object' && (inline.kind === 'badge' || inline.kind === 'mark');
    if (framed) return Math.min(ONE_LINE, text.length + EDGES);
    return line.length === 1 && text.length <= ONE_LINE ? text.length : longestWord(text);
  });
  return Math.max(0, ...parts);
}

const longestWord = (text: string): number =>
  Math.min(LONGEST_WORD, Math.max(...text.split(/[\s/]/).map(({ length }) => length)));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

function textOf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'prose') return inline.markdown;
  return 'number' in inline ? noteSign(inline) : inline.text;
}
