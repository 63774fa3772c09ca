import type { Check } from '../finding.content.js';
import { numbersIn } from '../numbers-in-text.rules.js';

export const mixedMarks: Check = {
  key: 'mixed_marks',
  title: { en: 'Mixed thousands and decimal marks', es: 'Separadores de miles y decimales mezclados' },
  rule: {
    en: 'In the texts of one language the same mark separates thousands in one number and decimals in another, or two numbers use different marks for the same: 12,800 beside 12.800.',
    es: 'En los textos de un idioma el mismo signo separa miles en un número y decimales en otro, o dos números usan signos distintos para lo mismo: 12,800 junto a 12.800.',
  },
  silent: {
    en: 'A blank between thousands goes with either mark; numbers without marks say nothing; English and Spanish may differ.',
    es: 'Un espacio entre miles va con cualquiera de los signos; los números sin signos no dicen nada; inglés y español pueden diferir.',
  },
  find: ({ texts }) =>
    (['en', 'es'] as const).flatMap((lang) => {
      const marked = texts.flatMap((text) =>
        numbersIn(text[lang])
          .filter(({ thousands, decimal }) => (thousands !== null && thousands !== ' ') || decimal !== null)
          .map((number) => ({ ...number, text })),
      );
      const first = marked[0];
      const other = marked.find((each) => first !== undefined && schemeOf(each) !== schemeOf(first));
      if (!first || !other) return [];
      return [
        {
          figure: null,
          field: `${other.text.field}${lang === 'en' ? 'En' : 'Es'}`,
          detail: {
            en: `“${first.raw}” and “${other.raw}” use the marks for thousands and decimals differently.`,
            es: `«${first.raw}» y «${other.raw}» usan de manera distinta los signos de miles y decimales.`,
          },
          basis: [lang, first.raw, other.raw],
        },
      ];
    }),
};

/** Which mark a number takes for thousands, told by either of its marks. */
const schemeOf = ({ thousands, decimal }: { thousands: string | null; decimal: string | null }): string =>
  thousands === ',' || (decimal === '.' && thousands !== '.') ? ',' : '.';
