/** What was asked for, as PostgreSQL understood it. */
export interface Sought {
  words: { word: string; begun: boolean; stems: string[] }[];
  /** Names behind acronyms that were asked for. */
  names: string[];
}

/** A piece of text, and whether it is what was asked for. Plain text: whoever shows it escapes it. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Letters of an excerpt. */
const LENGTH = 220;
const BEFORE = 60;
/** Signs by which narratives are written; their words are shown without. */
const MARKDOWN = /\[([^\]]*)\]\([^)]*\)|\*\*|__|^#+ |^[-*] |`/gm;

/** As `search_fold` does: without accents and capitals, letter by letter. */
export const folded = (text: string): string =>
  Array.from(text, (letter) => {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === letter.length ? bare : letter;
  }).join('');

/** The part of a text where most of what was asked for stands, in pieces; its beginning where nothing does. */
export function excerpt(text: string | null, sought: Sought): Piece[] {
  const plain = (text ?? '').replace(MARKDOWN, '$1').replace(/\s+/g, ' ').trim();
  if (plain === '') return [];
  const hits = hitsIn(plain, sought);
  const { from, to } = windowOf(plain, hits);
  const pieces: Piece[] = [];
  const add = (start: number, end: number, hit: boolean): void => {
    if (end > start) pieces.push({ text: plain.slice(start, end), hit });
  };
  let at = from;
  for (const [start, end] of hits)
    if (start >= at && end <= to) {
      add(at, start, false);
      add(start, end, true);
      at = end;
    }
  add(at, to, false);
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < plain.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** Places of words and names that were asked for, in order, none over another. */
function hitsIn(plain: string, { words, names }: Sought): [number, number][] {
  const text = folded(plain);
  const found: [number, number][] = [];
  for (const name of names) {
    const wanted = folded(name);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
      found.push([at, at + wanted.length]);
  }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu))
    if (words.some((each) => isForm(word, each))) found.push([index, index + word.length]);
  found.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
  return found.filter(
    ([start], i) => i === 0 || start >= Math.max(...found.slice(0, i).map(([, end]) => end)),
  );
}

const isForm = (word: string, { word: asked, begun, stems }: Sought['words'][number]): boolean =>
  word === asked ||
  (begun && asked.length > 1 && word.startsWith(asked)) ||
  stems.some((stem) => stem.length > 2 && word.startsWith(stem) && word.length - stem.length <= 6);

/** Begins and ends between words, so that the most hits are inside. */
function windowOf(plain: string, hits: readonly [number, number][]): { from: number; to: number } {
  if (plain.length <= LENGTH) return { from: 0, to: plain.length };
  let best = { from: 0, count: -1 };
  for (const [start] of [[0, 0], ...hits] as [number, number][]) {
    const from = Math.max(0, start - BEFORE);
    const count = hits.filter(([hit, end]) => hit >= from && end <= from + LENGTH).length;
    if (count > best.count) best = { from, count };
  }
  const from = best.from === 0 ? 0 : plain.indexOf(' ', best.from) + 1;
  const end = Math.min(plain.length, from + LENGTH);
  const to = end === plain.length ? end : plain.lastIndexOf(' ', end);
  return { from, to: to > from ? to : end };
}
