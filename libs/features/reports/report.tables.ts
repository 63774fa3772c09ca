import type { Inline, Line, TableBlock } from './report.document.js';
import { NBSP } from './report.formats.js';
import { noteSign } from './report.words.js';

/** Letters of usual width in a line of a table; what a column's edges take of it. */
const LINE = 119;
const EDGES = 2;
/** Shares are told to a tenth. */
const ROUNDED = 0.1;
/** Longer texts do not widen their column any more; longer words are divided, shorter texts and amounts stay on one line. */
const WIDEST = 60;
const LONGEST_WORD = 14.5;
const ONE_LINE = 18;

/** How wide letters are in the fonts of the reports, against the usual one; those that are not named are as wide as OTHER. */
const WIDTHS: readonly [letters: string, width: number][] = [
  [`ijlíI.,:;'|·${NBSP}`, 0.56],
  ['frst()-', 0.82],
  ['acekvxyzáéJL0123456789', 1.03],
  ['ABCDEFGHKNOPQRSTUVXYZÁÉÓÚÑ', 1.28],
  ['mwMW%—', 1.69],
];
const OTHER = 1.13;
const WIDTH_OF = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/**
 * What of the width each column gets: first what its words need, then what keeps short texts on one line, then what is left by
 * how much more its longer texts would take.
 */
export function columnShares({ columns, rows }: TableBlock): number[] {
  const needs = columns.map(({ title }, i) => {
    const lines = rows.map(({ cells }) => cells[i] ?? []);
    const texts = lines.map((line) => line.map(textOf).join(''));
    const squares = texts.reduce((all, { length }) => all + length ** 2, 0);
    const usual = Math.min(WIDEST, Math.sqrt(squares / Math.max(1, texts.length)));
    const word = Math.max(...[title, ...texts].map(widestWord));
    const least = Math.max(word, ...lines.map(unbroken));
    return { word: word + EDGES, short: least - word, more: Math.max(0, usual - least) };
  });
  const words = sum(needs.map(({ word }) => word));
  const [short, more] = [sum(needs.map((need) => need.short)), sum(needs.map((need) => need.more))];
  const forShort = Math.max(0, Math.min(LINE - words, short));
  const left = Math.max(0, LINE - words - forShort);
  return needs.map((need) => {
    const part = more === 0 ? need.word / words : need.more / more;
    const ofShort = short === 0 ? 0 : need.short / short;
    return Math.round(10 * (need.word + forShort * ofShort + left * part)) / 10;
  });
}

/** For each column with its share whether no word of its heading needs to be divided. */
export function wholeHeadings({ columns }: TableBlock, shares: readonly number[]): boolean[] {
  const all = sum(shares);
  return columns.map(({ title }, i) => {
    const room = (LINE * (shares[i] ?? 0)) / all - EDGES;
    return wordsOf(title).every((word) => widthOf(word) <= room + ROUNDED);
  });
}

/** What a line needs that is to stay on one: its badges, or all of a short text. */
function unbroken(line: Line): number {
  const parts = line.map((inline) => {
    const text = textOf(inline);
    const framed = typeof inline === 'object' && (inline.kind === 'badge' || inline.kind === 'mark');
    if (framed) return Math.min(ONE_LINE, text.length + EDGES);
    return line.length === 1 && text.length <= ONE_LINE ? text.length : 0;
  });
  return Math.max(0, ...parts);
}

const widestWord = (text: string): number =>
  Math.max(
    ...wordsOf(text).map((word) => Math.min(word.includes(NBSP) ? ONE_LINE : LONGEST_WORD, widthOf(word))),
  );

/** What a space that does not break holds together, an amount and its currency, is one word. */
const wordsOf = (text: string): string[] => text.split(/[ \n/]/);

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += WIDTH_OF.get(letter) ?? OTHER;
  return width;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

function textOf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'prose') return inline.markdown;
  return 'number' in inline ? noteSign(inline) : inline.text;
}
