import type { Bilingual } from '#platform/http';

/** Something in a text that readers would see as it was typed. */
export interface LiteralSigns {
  from: number;
  to: number;
  source: string;
  why: Bilingual;
}

/** What a first draft writes before words of the other language. */
export const TO_TRANSLATE = { en: '[to be translated]', es: '[por traducir]' } as const;

/** Signs that narratives do not take for markup: see `narratives` in platform/markdown. */
const SIGNS: readonly [RegExp, Bilingual][] = [
  [
    /^ {0,3}#{1,6} .*$/gm,
    {
      en: 'A section has no headings of its own, and readers would see the #. Write **words in bold** on a line of their own.',
      es: 'Una sección no tiene títulos propios y se vería el signo #. Escriba **palabras en negrita** en una línea aparte.',
    },
  ],
  [
    /^ *\|[ :|-]+\| *$/gm,
    {
      en: 'A text cannot hold a table, and readers would see its lines. Write a list; the report sets tables of figures itself.',
      es: 'Un texto no admite tablas y se verían sus rayas. Escriba una lista; el informe ya trae las tablas de cifras.',
    },
  ],
  [
    /!\[[^\]\n]*\](?:\([^)\n]*\))?/g,
    {
      en: 'A text cannot hold a picture: it would become a link. Photos come with the stories.',
      es: 'Un texto no admite imágenes: quedaría un enlace. Las fotos vienen con los relatos.',
    },
  ],
  [
    /<\/?[a-z][a-z0-9]*(?:\s[^<>\n]*)?\/?>/gi,
    {
      en: 'HTML is printed as it stands. Write **bold** or *italics*.',
      es: 'El HTML se imprime tal cual. Escriba **negrita** o *cursiva*.',
    },
  ],
  [
    /^ {0,3}(?:```.*|~~~.*|(?:-{3,}|\*{3,}|_{3,}) *)$/gm,
    {
      en: 'Rules and blocks of code are printed as they stand. Leave a line empty to begin a paragraph.',
      es: 'Las rayas y los bloques de código se imprimen tal cual. Deje una línea en blanco para empezar un párrafo.',
    },
  ],
];

/** Everything that would be printed as it was typed, in no order. */
export const literalSignsIn = (text: string): LiteralSigns[] =>
  SIGNS.flatMap(([signs, why]) =>
    [...text.matchAll(signs)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      source: match[0].trim().slice(0, 60),
      why,
    })),
  );

const UNTRANSLATED: Bilingual = {
  en: 'Somebody marked these words as still in the other language: translate them and take the mark out.',
  es: 'Estas palabras siguen marcadas como escritas en el otro idioma: tradúzcalas y quite la marca.',
};

/** Marks of a first draft that nobody took out. */
export const untranslatedIn = (text: string): LiteralSigns[] =>
  [...text.matchAll(/\[(?:to be translated|por traducir)\]/gi)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    source: match[0],
    why: UNTRANSLATED,
  }));
