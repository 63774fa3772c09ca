import { sameStatement } from '../comparing.rules.js';
import type { Check, CheckedFigure } from '../finding.content.js';
import {
  content,
  dateOf,
  groupBy,
  type MeasuredFigure,
  reported,
  subject,
  time,
} from '../figure-subject.rules.js';
import { spoken } from '../numbers-in-text.rules.js';

export const sameSubject: Check = {
  key: 'same_subject',
  title: { en: 'Same subject, different numbers', es: 'Mismo asunto, números distintos' },
  rule: {
    en: 'Two figures of a State say the same of the same thing in the same window (statement, role, unit, basis, population, label), but with different numbers.',
    es: 'Dos cifras de un Estado dicen lo mismo de la misma cosa en el mismo período (enunciado, función, unidad, base, población, etiqueta), pero con números distintos.',
  },
  silent: {
    en: 'When the window of either is not known at all, or when a label, a population or a unit tells them apart.',
    es: 'Si no se conoce en absoluto el período de alguna, o si una etiqueta, una población o una unidad las distingue.',
  },
  find: ({ figures, others }) =>
    reported(figures)
      .filter(({ basis }) => basis !== 'distribution')
      .flatMap((figure) => {
        const other = reported([...figures, ...others]).find(
          (each) => each.figureId !== figure.figureId && contradicts(figure, each),
        );
        if (!other) return [];
        const [own, second] = [String(figure.value), String(other.value)];
        return [
          {
            figure,
            field: 'value',
            detail: {
              en: `${spoken(own, 'en')} here, but ${spoken(second, 'en')} for the same subject and window${other.factCode ? ` in ${other.factCode}` : ''}.`,
              es: `Aquí ${spoken(own, 'es')}, pero ${spoken(second, 'es')} para el mismo asunto y período${other.factCode ? ` en ${other.factCode}` : ''}.`,
            },
            basis: [own, second, other.factCode],
          },
        ];
      }),
};

function contradicts(a: CheckedFigure, b: CheckedFigure): boolean {
  return (
    content(a) !== content(b) &&
    JSON.stringify(subject(a)) === JSON.stringify(subject(b)) &&
    (a.labelEn ?? a.labelEs ?? '') === (b.labelEn ?? b.labelEs ?? '') &&
    when(a) !== null &&
    when(a) === when(b) &&
    sameStatement(a, b)
  );
}

function when(figure: CheckedFigure): string | null {
  const days = [figure.windowStart ?? null, dateOf(figure)];
  return days.every((day) => day === null) ? null : JSON.stringify(days);
}

/** Figures of the same State, subject and time that say different things: to be flagged side by side, never corrected. */
export const conflictsAmong = <F extends MeasuredFigure & { figureId: string; stateCode: string }>(
  figures: readonly F[],
): F[][] =>
  groupBy(reported(figures), (figure) =>
    JSON.stringify([figure.stateCode, ...subject(figure), ...time(figure)]),
  ).filter((same) => new Set(same.map(content)).size > 1);
