import type { TFunction } from 'i18next';
import type { Schemas } from '~/api/client';
import type { LangTools } from '~/i18n/use-lang';
import { groupName } from './group-name';

export type Figure = Schemas['FigureDto'];

/**
 * A figure as people read it: "about 12,800 people (asylum seekers; 1 Jan 2024 – 30 Sep 2024)". What a reader must know
 * (role, qualifier, window, population, why there is no value) is always in it.
 */
export function figureText(figure: Figure, t: TFunction, tools: LangTools): string {
  const known = hasValue(figure);
  const unit = tools.text(figure, 'unit');
  const role = figure.role === 'observed' ? '' : `${t(`word.figureRole.${figure.role}`)}: `;
  const main = known
    ? `${qualifierText(figure, t)}${valueText(figure, t, tools)}`
    : t(`word.valueState.${figure.valueState}`);
  const notes = [
    known ? '' : unit,
    tools.text(figure, 'label'),
    figure.population ? groupName(t, figure.population) : '',
    known && figure.valueState === 'carried_forward' ? t('word.valueState.carried_forward') : '',
    known && (figure.qualifier === 'estimate' || figure.qualifier === 'computed')
      ? t(`word.qualifier.${figure.qualifier}`)
      : '',
    figure.basis === 'cumulative' || figure.basis === 'design' ? t(`figure.note.${figure.basis}`) : '',
    windowText(figure, t, tools),
  ].filter((note) => note !== '' && !(known && note.toLowerCase() === unit.toLowerCase()));
  const unique = [...new Set(notes.map((note) => note.charAt(0).toLowerCase() + note.slice(1)))];
  return `${role}${main}${unique.length > 0 ? ` (${unique.join('; ')})` : ''}`;
}

/** The breakdown, one line a dimension: "sex: girls 80, women 105". */
export function breakdownTexts(figure: Figure, t: TFunction, tools: LangTools): string[] {
  const byDimension = Map.groupBy(figure.disaggregation ?? [], (part) => part.dimension);
  return [...byDimension].map(([dimension, parts]) => {
    const said = parts.map((part) => {
      const value =
        part.value === null || part.value === undefined
          ? t('word.valueState.unknown')
          : tools.number(part.value);
      const sign = figure.valueType === 'percent' || part.unitEn === 'percent' ? ' %' : '';
      return `${tools.text(part, 'category')} ${value}${sign}`;
    });
    const [first] = parts;
    const defaultValue = (first && tools.text(first, 'dimension')) || dimension.replaceAll('_', ' ');
    return `${t(`dimension.${dimension as 'sex'}`, { defaultValue })}: ${said.join(', ')}`;
  });
}

const hasValue = (figure: Figure): boolean =>
  (figure.valueState === 'reported' || figure.valueState === 'carried_forward') &&
  figure.value !== null &&
  figure.value !== undefined;

function qualifierText({ qualifier, basis }: Figure, t: TFunction): string {
  const before = basis === 'maximum' || basis === 'average' ? `${t(`figure.before.${basis}`)} ` : '';
  if (qualifier === 'exact' || qualifier === 'estimate' || qualifier === 'computed') return before;
  return `${before}${t(`word.qualifier.${qualifier}`).toLowerCase()} `;
}

function valueText(figure: Figure, t: TFunction, tools: LangTools): string {
  const value = figure.value ?? 0;
  const unit = tools.text(figure, 'unit');
  const followed = (text: string): string => (unit === '' ? text : `${text} ${unit}`);
  switch (figure.valueType) {
    case 'count':
    case 'duration':
    case 'frequency':
      return followed(signed(figure, tools.number(value, 6)));
    case 'percent': {
      const rest = unit.replace(/^(percentage|percent|per cent|%|por ciento|porcentaje)(?=\s|$)/i, '').trim();
      return `${signed(figure, tools.percent(value, 6))}${rest === '' ? '' : ` ${rest}`}`;
    }
    case 'ratio':
      return followed(
        t('figure.ratio', {
          part: tools.number(figure.numerator ?? 0),
          whole: tools.number(figure.denominator ?? 0),
        }),
      );
    case 'money':
      return `${figure.currency ?? ''} ${tools.number(value)}`.trim();
    case 'yes_no':
      return t(value === 1 ? 'figure.yes' : 'figure.no');
    case 'ordinal': {
      const levels = figure.ordinalScale ?? [];
      return t('figure.level', { level: levels[value - 1] ?? value, place: value, of: levels.length });
    }
  }
}

const signed = ({ basis, value }: Figure, text: string): string =>
  basis === 'change' && (value ?? 0) > 0 ? `+${text}` : text;

/** When the figure was so; in the words of the source when it gives no dates. */
export function windowText(figure: Figure, t: TFunction, tools: LangTools): string {
  const { windowStart: start, windowEnd: end, asOf, basis } = figure;
  const at = asOf ?? (basis === 'stock' ? end : null);
  if (basis === 'stock' && at) return t('figure.on', { day: tools.day(at) });
  if (start && end) return start === end ? tools.day(end) : `${tools.day(start)} – ${tools.day(end)}`;
  if (start) return t('figure.since', { day: tools.day(start) });
  if (end) return t('figure.upTo', { day: tools.day(end) });
  if (asOf) return t('figure.on', { day: tools.day(asOf) });
  return tools.text(figure, 'windowText');
}
