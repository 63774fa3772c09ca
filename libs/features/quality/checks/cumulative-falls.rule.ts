import { compareValues, measured, placeInTime, seriesBefore } from '../comparing.rules.js';
import type { Check } from '../finding.content.js';
import { spoken } from '../numbers-in-text.rules.js';

export const cumulativeFalls: Check = {
  key: 'cumulative_falls',
  title: { en: 'Cumulative figure that falls', es: 'Cifra acumulada que baja' },
  rule: {
    en: 'A cumulative figure is lower than an earlier one of the same subject.',
    es: 'Una cifra acumulada es menor que una anterior del mismo asunto.',
  },
  silent: {
    en: 'When the two count from different days, or when either is “about” and they differ by less than one in a hundred.',
    es: 'Si las dos cuentan desde días distintos, o si alguna es «alrededor de» y difieren en menos de un uno por ciento.',
  },
  find: ({ figures, earlier }) =>
    measured(figures)
      .filter(({ basis }) => basis === 'cumulative')
      .flatMap((figure) => {
        const before = seriesBefore(figure, earlier)
          .filter(
            (other) =>
              compareValues(figure.value, other.value) < 0 &&
              !startsElsewhere(figure.windowStart, other.windowStart) &&
              !onlyAbout(figure, other),
          )
          .at(-1);
        if (!before) return [];
        const [now, then, on] = [String(figure.value), String(before.value), placeInTime(before)];
        return [
          {
            figure,
            field: 'value',
            detail: {
              en: `Cumulative, but lower than before: ${spoken(now, 'en')} now, ${spoken(then, 'en')} up to ${on}.`,
              es: `Acumulada, pero menor que antes: ${spoken(now, 'es')} ahora, ${spoken(then, 'es')} hasta ${on}.`,
            },
            basis: [now, then, on],
          },
        ];
      }),
};

const startsElsewhere = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a !== b;

const onlyAbout = (
  ...pair: [
    { value: number | string | null; qualifier: string },
    { value: number | string | null; qualifier: string },
  ]
): boolean => {
  const [a, b] = pair.map(({ value }) => Number(value)) as [number, number];
  return pair.some(({ qualifier }) => qualifier === 'about' || qualifier === 'estimate') && b - a < b / 100;
};
