import type { TFunction } from 'i18next';
import type { LangTools } from '~/i18n/use-lang';
import { figureText } from '~/ui/figure-text';
import type { PartnerFigure } from './queries';

/** A partner's figure as all figures read, without its label, which stands beside it. */
export const partnerFigureText = (
  { value, population, unitEn, unitEs, currency, windowStart, windowEnd, asOf, ...figure }: PartnerFigure,
  t: TFunction,
  tools: LangTools,
): string =>
  figureText(
    {
      ...{ value: value ?? null, population, unitEn, unitEs, currency, windowStart, windowEnd, asOf },
      ...{ valueType: figure.valueType, valueState: figure.valueState, qualifier: figure.qualifier },
      ...{ basis: figure.basis, role: 'observed' },
    },
    t,
    tools,
  );
