import { measured, seriesBefore } from '../comparing.rules.js';
import type { Check } from '../finding.content.js';
import { spoken } from '../numbers-in-text.rules.js';

/** Earlier values that are enough to know how much a series varies. */
const ENOUGH = 4;
/** How many usual distances from the middle are too many: 3.5 is the usual bound for this measure (Iglewicz and Hoaglin). */
const BOUND = 3.5;
/** Makes the median distance comparable with a standard deviation. */
const SCALE = 1.4826;

export const outlier: Check = {
  key: 'outlier',
  title: { en: 'Far from the series', es: 'Lejos de la serie' },
  rule: {
    en: 'A value is ten times the last one of its series or a tenth of it (a zero too many, another unit); or, with at least four earlier values, it lies more than 3.5 scaled median distances from their median and at least a quarter away from it.',
    es: 'Un valor es diez veces el último de su serie o la décima parte (un cero de más, otra unidad); o, con al menos cuatro valores anteriores, dista de su mediana más de 3.5 desviaciones medianas escaladas y al menos una cuarta parte.',
  },
  silent: {
    en: 'For the first value of a series, for changes, and while both values are below 20, where tenfold is common.',
    es: 'En el primer valor de una serie, en variaciones y mientras ambos valores son menores de 20, donde multiplicar por diez es común.',
  },
  find: ({ figures, earlier }) =>
    measured(figures)
      .filter(({ basis, role }) => basis !== 'change' && role === 'observed')
      .flatMap((figure) => {
        const before = seriesBefore(figure, earlier).map(({ value }) => Number(value));
        const [value, last] = [Number(figure.value), before.at(-1)];
        if (last === undefined) return [];
        const texts = [String(figure.value), String(last)] as const;
        if (isTenfold(value, last))
          return [
            {
              figure,
              field: 'value',
              detail: {
                en: `${spoken(texts[0], 'en')} now, ${spoken(texts[1], 'en')} the last time: tenfold or more apart.`,
                es: `Ahora ${spoken(texts[0], 'es')}, la última vez ${spoken(texts[1], 'es')}: diez veces o más de diferencia.`,
              },
              basis: ['tenfold', ...texts],
            },
          ];
        if (before.length < ENOUGH) return [];
        const middle = medianOf(before);
        const spread = SCALE * medianOf(before.map((each) => Math.abs(each - middle)));
        const distance = Math.abs(value - middle);
        if (distance <= BOUND * spread || distance < Math.abs(middle) / 4) return [];
        return [
          {
            figure,
            field: 'value',
            detail: {
              en: `${spoken(texts[0], 'en')} is far from the ${before.length} earlier values, whose middle is ${spoken(middle, 'en')}.`,
              es: `${spoken(texts[0], 'es')} está lejos de los ${before.length} valores anteriores, cuyo centro es ${spoken(middle, 'es')}.`,
            },
            basis: ['spread', texts[0], String(middle)],
          },
        ];
      }),
};

const isTenfold = (a: number, b: number): boolean =>
  Math.max(Math.abs(a), Math.abs(b)) >= 20 && a > 0 && b > 0 && (a / b >= 10 || b / a >= 10);

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
