import type { Lang } from '#platform/http';
import { spelledNumbersIn } from './number-words.rules.js';
import { withoutReferences } from './reference.grammar.js';

/** A number that somebody typed. */
export interface TypedNumber {
  /** As it stands in the text, with a sign of percent. */
  source: string;
  /** What it may mean: "1.390" is 1,390 to some and 1.39 to others. */
  values: number[];
  percent: boolean;
  from: number;
  to: number;
}

/** A sentence with its place in the text. */
export interface Sentence {
  text: string;
  from: number;
}

const NUMBER =
  /(?<![\p{L}\d.,–-])(?:\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?:[\u00a0\u202f ]?%|[\u00a0\u202f ](?:por ciento|per ?cent)(?!\p{L}))?(?![\p{L}\d]|[.,–-]\d)/gu;
const PERCENT = /\s*(?:%|por ciento|per ?cent)$/;

/** Every number of a text that is no part of a reference, code, day or range; in figures, and in words where a language is given. */
export function numbersIn(text: string, lang?: Lang): TypedNumber[] {
  const bare = withoutReferences(text);
  const figures = [...bare.matchAll(NUMBER)].map((match) => ({
    source: match[0],
    values: valuesOf(match[0].replace(PERCENT, '').trim()),
    percent: PERCENT.test(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  if (lang === undefined) return figures;
  return [...figures, ...spelledNumbersIn(bare, lang)].sort((a, b) => a.from - b.from);
}

/** The sentences of a text; a line break ends one, too. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^\n]+?(?:[.!?…](?=\s|$)|(?=\n|$))/g)].map((match) => ({
    text: match[0],
    from: match.index,
  }));
}

/** Numbers that mean a year are nothing that a figure says. */
export const isYear = ({ values, percent, source }: TypedNumber): boolean =>
  !percent && /^(19|20)\d\d$/.test(source) && values.length === 1;

/** Whether a typed number is one of these, at the digits with which it was typed. */
export const isOneOf = (typed: TypedNumber, known: readonly number[]): boolean =>
  typed.values.some((value) => known.some((each) => Math.abs(each - value) <= halfStep(typed)));

/** Half of the last digit that was typed: "54" stands for 53.5 to 54.5, but a whole count of things is exact. */
function halfStep({ source, percent }: TypedNumber): number {
  if (!percent) return 1e-9;
  const decimals = /[.,](\d{1,2})$/.exec(source.replace(PERCENT, ''))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}

function valuesOf(source: string): number[] {
  const grouped = /^\d{1,3}(?:([.,\u00a0\u202f ])\d{3})+(?:[.,]\d+)?$/.exec(source);
  const [whole, fraction] = source.split(/[.,](?=\d+$)/);
  const decimal = Number(`${(whole ?? '').replace(/\D/g, '')}.${fraction ?? '0'}`);
  if (!grouped) return [decimal];
  const groups = source.split(grouped[1] ?? ' ').length - 1;
  const thousands = /[.,]\d{3}$|[\u00a0\u202f ]\d{3}$/.test(source);
  if (!thousands) return [decimal];
  const asWhole = Number(source.replace(/\D/g, ''));
  return groups > 1 || /[\u00a0\u202f ]/.test(grouped[1] ?? '') ? [asWhole] : [asWhole, decimal];
}

/** Texts as they are compared: small letters without accents. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text names something, as whole words. Both in the form of `plain`. */
export const names = (text: string, name: string): boolean =>
  name !== '' &&
  new RegExp(`(?<!\\p{L})${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(text);

/** "mean progress", "avance medio" */
export const SPEAKS_OF_MEAN: Record<Lang, RegExp> = {
  en: /\b(mean|average) progress\b|\bprogress (averaged|of)\b/,
  es: /\bavance (medio|promedio)\b|\bpromedio de avance\b/,
};

/** What stands between and behind the numbers of "5 of 17 commitments", "5 de los 17 compromisos". */
const N_OF_N: Record<Lang, { between: RegExp; behind: RegExp }> = {
  en: { between: /^ (?:out )?of (?:its |the |their )?$/, behind: /^ commitments\b/ },
  es: { between: /^ de (?:sus |los )?$/, behind: /^ compromisos\b/ },
};

/** Each "n of N commitments" of a sentence, given its numbers in their order. */
export function shareOfCommitments(
  text: string,
  numbers: readonly TypedNumber[],
  lang: Lang,
): { n: TypedNumber; all: TypedNumber; source: string }[] {
  const { between, behind } = N_OF_N[lang];
  return numbers.flatMap((n, at) => {
    const all = numbers[at + 1];
    if (!all || !between.test(text.slice(n.to, all.from))) return [];
    const rest = behind.exec(text.slice(all.to));
    return rest ? [{ n, all, source: text.slice(n.from, all.to) + rest[0] }] : [];
  });
}
