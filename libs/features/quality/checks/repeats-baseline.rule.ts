import { compareValues, measured, sameStatement, unitOf } from '../comparing.rules.js';
import type { Check } from '../finding.content.js';
import { textOf } from '../figure-subject.rules.js';
import { spoken } from '../numbers-in-text.rules.js';

export const repeatsBaseline: Check = {
  key: 'repeats_baseline',
  title: { en: 'Actual that repeats the baseline', es: 'Valor real que repite la línea de base' },
  rule: {
    en: 'An observed value is digit for digit that of its baseline, with at least three digits, so that chance is unlikely: it may have been copied.',
    es: 'Un valor observado es dígito por dígito el de su línea de base, con al menos tres dígitos, de modo que el azar es improbable: puede haberse copiado.',
  },
  silent: {
    en: 'For values of one or two digits, for 0 and for 100%, which stay the same for good reasons.',
    es: 'En valores de uno o dos dígitos, en 0 y en 100 %, que se mantienen por buenas razones.',
  },
  find: ({ figures, earlier }) =>
    measured(figures)
      .filter(({ role, value, valueType }) => role === 'observed' && isTelling(value, valueType))
      .flatMap((figure) => {
        const repeated = measured([...figures, ...earlier]).some(
          (each) =>
            each.role === 'baseline' &&
            each.valueType === figure.valueType &&
            unitOf(each) === unitOf(figure) &&
            (each.population ?? null) === (figure.population ?? null) &&
            (each.labelEn ?? null) === (figure.labelEn ?? null) &&
            compareValues(each.value, figure.value) === 0 &&
            sameStatement(each, figure),
        );
        const value = String(figure.value);
        return repeated
          ? [
              {
                figure,
                field: 'value',
                detail: {
                  en: `The value repeats the baseline exactly: ${spoken(value, 'en')}.`,
                  es: `El valor repite exactamente la línea de base: ${spoken(value, 'es')}.`,
                },
                basis: [value],
              },
            ]
          : [];
      }),
};

function isTelling(value: number | string | null, valueType: string): boolean {
  const text = textOf(value) ?? '0';
  return text.replace(/\D/g, '').length >= 3 && !(valueType === 'percent' && text === '100');
}
