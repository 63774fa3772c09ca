import type { Lang } from '#platform/http';
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
  /(?<![\p{L}\d.,–-])(?:\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?:[\u00a0\u202f ]?%)?(?![\p{L}\d]|[.,–-]\d)/gu;

/** Every number of a text that is no part of a reference, code, day or range. */
export function numbersIn(text: string): TypedNumber[] {
  return [...withoutReferences(text).matchAll(NUMBER)].map((match) => ({
    source: match[0],
    values: valuesOf(match[0].replace('%', '').trim()),
    percent: match[0].endsWith('%'),
    from: match.index,
    to: match.index + match[0].length,
  }));
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
  typed.values.some((value) => known.some((each) => Math.abs(each - value) <= halfStep(typed.source)));

/** Half of the last digit that was typed: "54" stands for 53.5 to 54.5, but a whole count of things is exact. */
function halfStep(source: string): number {
  if (!source.endsWith('%')) return 1e-9;
  const decimals = /[.,](\d{1,2})\s*%$/.exec(source)?.[1]?.length ?? 0;
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

/** "5 of 17 commitments", "5 de los 17 compromisos" */
export const N_OF_N: Record<Lang, RegExp> = {
  en: /(?<![\d.,])(\d{1,4}) (?:out )?of (?:its |the )?(\d{1,4}) commitments\b/g,
  es: /(?<![\d.,])(\d{1,4}) de (?:sus |los )?(\d{1,4}) compromisos\b/g,
};
