import { kind, measured, placeInTime, sameStatement, unitOf } from '../comparing.rules.js';
import type { Check, CheckedFigure } from '../finding.content.js';

export const unitChanges: Check = {
  key: 'unit_changes',
  title: { en: 'Unit that changes', es: 'Unidad que cambia' },
  rule: {
    en: 'The same subject was given in another unit before, or its baseline or target is in another one, so that the numbers cannot be compared as they stand.',
    es: 'El mismo asunto se dio antes en otra unidad, o su línea de base o su meta está en otra, por lo que los números no se comparan tal cual.',
  },
  silent: {
    en: 'When a fact carries several units anyway and one of them is the same as before.',
    es: 'Si un hecho lleva de todos modos varias unidades y una de ellas es la misma que antes.',
  },
  find: ({ figures, earlier }) =>
    measured(figures)
      .filter(({ role }) => role === 'observed')
      .flatMap((figure) => {
        const related = measured([
          ...figures.filter((each) => each.factId === figure.factId && each.role !== 'observed'),
          ...earlier.filter((each) => placeInTime(each) <= placeInTime(figure)),
        ]).filter((each) => alike(each, figure));
        const other = related.at(-1);
        if (!other || related.some((each) => unitOf(each) === unitOf(figure))) return [];
        if (
          figures.some(
            (each) => alike(each, figure) && unitOf(each) === unitOf(other) && each.role === 'observed',
          )
        )
          return [];
        const say = (each: CheckedFigure, lang: 'en' | 'es') =>
          (lang === 'en' ? (each.unitEn ?? each.unitEs) : (each.unitEs ?? each.unitEn)) ?? '?';
        return [
          {
            figure,
            field: 'unitEn',
            detail: {
              en: `In “${say(figure, 'en')}” now; ${WHERE.en[other.role]} in “${say(other, 'en')}”.`,
              es: `Ahora en «${say(figure, 'es')}»; ${WHERE.es[other.role]} en «${say(other, 'es')}».`,
            },
            basis: [unitOf(figure), unitOf(other), other.role],
          },
        ];
      }),
};

const alike = (a: CheckedFigure, b: CheckedFigure): boolean =>
  JSON.stringify(kind(a)) === JSON.stringify(kind(b)) && sameStatement(a, b);

const WHERE = {
  en: {
    observed: 'reported before',
    baseline: 'the baseline is',
    target: 'the target is',
    planned_coverage: 'the planned coverage is',
  },
  es: {
    observed: 'informado antes',
    baseline: 'la línea de base está',
    target: 'la meta está',
    planned_coverage: 'la cobertura prevista está',
  },
};
