import type { Lang } from '#platform/http';
import type { TypedNumber } from './typed-numbers.rules.js';

/** Words of one language and what each counts. */
type Words = Readonly<Record<string, number>>;

const counted = (from: number, step: number, words: string): Words =>
  Object.fromEntries(words.split(' ').map((word, at) => [word, from + at * step]));

const ES = {
  ones: { un: 1, una: 1, ...counted(1, 1, 'uno dos tres cuatro cinco seis siete ocho nueve') },
  teens: {
    ...counted(10, 1, 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte'),
    ...counted(21, 1, 'veintiuno veintidós veintitrés veinticuatro veinticinco'),
    ...counted(26, 1, 'veintiséis veintisiete veintiocho veintinueve'),
    veintiún: 21,
    veintiuna: 21,
  },
  tens: counted(30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  hundreds: {
    cien: 100,
    ciento: 100,
    ...counted(
      200,
      100,
      'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
    ),
    ...counted(
      200,
      100,
      'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
    ),
  },
};
const EN = {
  ones: counted(1, 1, 'one two three four five six seven eight nine'),
  teens: counted(
    10,
    1,
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  ),
  tens: counted(30, 10, 'thirty forty fifty sixty seventy eighty ninety'),
};
const VALUES: Record<Lang, Words> = {
  es: { ...ES.ones, ...ES.teens, ...ES.tens, ...ES.hundreds },
  en: { a: 1, ...EN.ones, ...EN.teens, ...EN.tens },
};

const any = (words: Words): string => `(?:${Object.keys(words).join('|')})`;
const PATTERNS: Record<Lang, RegExp> = { es: spanish(), en: english() };

function spanish(): RegExp {
  const below100 = `(?:${any(ES.tens)}(?: y ${any(ES.ones)})?|${any(ES.teens)}|${any(ES.ones)})`;
  const below1000 = `(?:${any(ES.hundreds)}(?: ${below100})?|${below100})`;
  return whole(`(?:(?:${below1000} )?mil(?: ${below1000})?|${below1000})`, 'por ciento');
}

function english(): RegExp {
  const below100 = `(?:(?:${any(EN.tens)}|twenty)(?:[- ]${any(EN.ones)})?|${any(EN.teens)}|${any(EN.ones)})`;
  const below1000 = `(?:(?:${any(EN.ones)}|a) hundred(?: (?:and )?${below100})?|${below100})`;
  return whole(`(?:(?:${below1000}|a) thousand(?: (?:and )?${below1000})?|${below1000})`, 'per ?cent');
}

function whole(number: string, percent: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d-])(${number})( ${percent})?(?![\\p{L}\\d-])`, 'giu');
}

/** Numbers in words, from two on: "one" is an article as often as a number. Letters count with their accents. */
export const spelledNumbersIn = (text: string, lang: Lang): TypedNumber[] =>
  [...text.matchAll(PATTERNS[lang])].flatMap((match) => {
    const value = valueOf(match[1] ?? '', VALUES[lang]);
    return value < 2
      ? []
      : [
          {
            source: match[0],
            values: [value],
            percent: match[2] !== undefined,
            from: match.index,
            to: match.index + match[0].length,
          },
        ];
  });

function valueOf(words: string, values: Words): number {
  let [all, part] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]/)) {
    if (word === 'mil' || word === 'thousand') [all, part] = [(part || 1) * 1000, 0];
    else if (word === 'hundred') part *= 100;
    else part += values[word] ?? 0;
  }
  return all + part;
}
