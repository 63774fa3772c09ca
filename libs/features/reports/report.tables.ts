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
const FEW_WORDS = 36;
/** How much wider strong letters are. */
const STRONG = 1.06;

/**
 * Rows that end a table and stay together: two, so that none stands alone on a page, unless they are half a page; three where
 * they have a few lines.
 */
const LEAST_HELD = 2;
const MOST_HELD = 3;
const HALF_PAGE = 36;
const FEW_LINES = 9;

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

/**
 * For each column with its share whether no word of its cells is to be divided: where they are states or a few words, and have
 * room for the longest. Longer texts divide their words, so that they take fewer lines.
 */
export function wholeCells({ columns, rows }: TableBlock, shares: readonly number[]): boolean[] {
  const all = sum(shares);
  return columns.map((_, i) => {
    const room = (LINE * (shares[i] ?? 0)) / all - EDGES;
    return rows.every(({ cells }) => {
      const line = cells[i] ?? [];
      const text = line.map(textOf).join('');
      const fits = wordsOf(text).every((word) => widthOf(word) * STRONG <= room);
      return fits && (text.length <= FEW_WORDS || line.some(isFramed));
    });
  });
}

/** About how many lines the heading and each row of a table take, where its columns have these shares. */
export function tableLines({ columns, rows }: TableBlock, shares: readonly number[]): number[] {
  const all = sum(shares);
  const linesOf = (texts: readonly string[]): number =>
    Math.max(
      1,
      ...texts.map((text, i) => {
        const room = Math.max(1, (LINE * (shares[i] ?? 0)) / all - EDGES);
        return Math.ceil(widthOf(text) / room);
      }),
    );
  return [
    linesOf(columns.map(({ title }) => title)),
    ...rows.map(({ cells }) => linesOf(cells.map((line) => line.map(textOf).join('')))),
  ];
}

/**
 * How many of a table's last rows stay on one page with the lines below it: two, and a third where they are a few lines.
 * @param lines of its rows
 */
export function heldRows(lines: readonly number[], below: number): number {
  let [held, taken] = [0, below];
  for (const each of lines.toReversed()) {
    taken += each;
    const most = held < LEAST_HELD ? HALF_PAGE : FEW_LINES;
    if (held === MOST_HELD || (held > 0 && taken > most)) break;
    held += 1;
  }
  return held;
}

/** What a line needs that is to stay on one: its badges, or all of a short text. */
function unbroken(line: Line): number {
  const parts = line.map((inline) => {
    const text = textOf(inline);
    return isFramed(inline) ? Math.min(ONE_LINE, text.length + EDGES) : 0;
  });
  const whole = line.map(textOf).join('');
  // Strong letters are a little wider than others.
  const plain = line.every((inline) => typeof inline === 'string' || inline.kind === 'strong');
  const short =
    line.length === 1 || plain ? Math.max(whole.length, line.length > 1 ? widthOf(whole) * STRONG : 0) : 0;
  return Math.max(0, ...parts, whole.length <= ONE_LINE ? short : 0);
}

const isFramed = (inline: Inline): boolean =>
  typeof inline === 'object' && (inline.kind === 'badge' || inline.kind === 'mark');

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
