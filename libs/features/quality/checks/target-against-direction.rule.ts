import { compareValues, measured, sameStatement, unitOf } from '../comparing.rules.js';
import type { Check, CheckedFigure } from '../finding.content.js';
import { spoken } from '../numbers-in-text.rules.js';

export const targetAgainstDirection: Check = {
  key: 'target_against_direction',
  title: { en: 'Target against the direction', es: 'Meta contra la dirección' },
  rule: {
    en: 'A target lies below the baseline of the same figure where more is better, or above it where less is better.',
    es: 'Una meta queda por debajo de la línea de base de la misma cifra donde más es mejor, o por encima donde menos es mejor.',
  },
  silent: {
    en: 'When nobody said which direction is better and the statement does not speak of waits, backlogs or drops; for changes; for planned coverage, which may shrink on purpose.',
    es: 'Si nadie dijo qué dirección es mejor y el enunciado no habla de esperas, rezagos ni reducciones; en variaciones; en coberturas previstas, que pueden reducirse a propósito.',
  },
  find: ({ figures, earlier }) =>
    measured(figures)
      .filter(({ role, basis }) => role === 'target' && basis !== 'change')
      .flatMap((target) => {
        const direction = directionOf(target);
        const baseline = measured([...figures, ...earlier]).find(
          (each) =>
            each.role === 'baseline' &&
            each.valueType === target.valueType &&
            unitOf(each) === unitOf(target) &&
            (each.population ?? null) === (target.population ?? null) &&
            (each.labelEn ?? null) === (target.labelEn ?? null) &&
            sameStatement(each, target),
        );
        if (!baseline || direction === null) return [];
        const difference = compareValues(target.value, baseline.value);
        if (direction === 'higher' ? difference >= 0 : difference <= 0) return [];
        const [aim, base] = [String(target.value), String(baseline.value)];
        return [
          {
            figure: target,
            field: 'value',
            detail: {
              en: `The target (${spoken(aim, 'en')}) is worse than the baseline (${spoken(base, 'en')}): ${direction === 'higher' ? 'more' : 'less'} is better here.`,
              es: `La meta (${spoken(aim, 'es')}) es peor que la línea de base (${spoken(base, 'es')}): aquí es mejor ${direction === 'higher' ? 'más' : 'menos'}.`,
            },
            basis: [aim, base, direction],
          },
        ];
      }),
};

const LESS_IS_BETTER =
  /\b(wait|waiting|backlog|drop|reduc\w*|fewer|delay|espera|rezago|baja|disminu\w*|reducción|demora)\b/i;

/** As stated; else from words that name something unwanted; else more is better for counts and shares, and unknown for the rest. */
export function directionOf(figure: CheckedFigure): 'higher' | 'lower' | null {
  if (figure.direction) return figure.direction;
  if (LESS_IS_BETTER.test(`${figure.statementEn ?? ''} ${figure.statementEs ?? ''}`)) return 'lower';
  return figure.valueType === 'count' || figure.valueType === 'percent' ? 'higher' : null;
}
