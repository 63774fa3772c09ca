import type { Lang } from '#platform/http';
import type { Decimal, FigureContent, FigurePart } from './figure.content.js';
import { hasValue } from './figure.content.js';
import { dimensionText } from './dimension.labels.js';
import { inWords, windowText } from './figure-window.text.js';
import { populationText } from './population.labels.js';
import type { Qualifier, ValueState } from './progress.vocabulary.js';

/**
 * A figure as people read it: "about 12,800 people (Jan–Sep 2024)", "target: 8 deliverables", "−80% change",
 * "not reported (people; 2024)". What a reader must know (qualifier, role, window, population) is always in it.
 */
export function figureText(figure: FigureContent, lang: Lang): string {
  const words = WORDS[lang];
  const role = figure.role === 'observed' ? '' : `${words.roles[figure.role]}: `;
  const known = hasValue(figure.valueState) && figure.value !== null;
  const unit = inWords(figure.unitEn, figure.unitEs, lang);
  const main = known ? withQualifier(figure, lang) : words.states[figure.valueState];
  const notes = [
    known ? null : unit,
    inWords(figure.labelEn, figure.labelEs, lang),
    figure.population ? populationText(figure.population, lang) : null,
    known && figure.valueState === 'carried_forward' ? words.states.carried_forward : null,
    known && (figure.qualifier === 'estimate' || figure.qualifier === 'computed')
      ? words[figure.qualifier]
      : null,
    figure.basis === 'cumulative' ? words.cumulative : null,
    figure.basis === 'design' ? words.design : null,
    windowText(figure, lang),
  ].filter((note): note is string => note !== null && (!known || !saysTheSame(note, unit)));
  const unique = [...new Set(notes)];
  return `${role}${main}${unique.length > 0 ? ` (${unique.join('; ')})` : ''}`;
}

/** One dimension of a breakdown: `{ dimension: 'sex', name: 'sex', text: 'girls 80, women 105' }`. */
export interface BreakdownText {
  dimension: string;
  name: string;
  text: string;
}

/** The breakdown of a figure, one line a dimension, in the given order. */
export function breakdownTexts(figure: FigureContent, lang: Lang): BreakdownText[] {
  const dimensions = Map.groupBy(figure.disaggregation ?? [], (part) => part.dimension);
  return [...dimensions].map(([dimension, parts]) => ({
    dimension,
    name: inWords(parts[0]?.dimensionEn, parts[0]?.dimensionEs, lang) ?? dimensionText(dimension, lang),
    text: parts.map((part) => partText(part, figure, lang)).join(', '),
  }));
}

function partText(part: FigurePart, figure: FigureContent, lang: Lang): string {
  const name = inWords(part.categoryEn, part.categoryEs, lang) ?? '';
  if (part.value === null) return `${name} ${WORDS[lang].states.unknown}`;
  const unit = inWords(part.unitEn, part.unitEs, lang);
  if (figure.valueType === 'percent' || isPercentUnit(part.unitEn))
    return `${name} ${percent(part.value, lang)}`;
  const own = unit !== null && !saysTheSame(unit, inWords(figure.unitEn, figure.unitEs, lang));
  return `${name} ${number(part.value, lang)}${own ? ` ${unit}` : ''}`;
}

function withQualifier(figure: FigureContent, lang: Lang): string {
  const words = WORDS[lang];
  const basis = figure.basis === 'maximum' ? words.maximum : figure.basis === 'average' ? words.average : '';
  const qualifier =
    figure.qualifier === 'less_than' && figure.valueType === 'count' && lang === 'en'
      ? 'fewer than '
      : words.qualifiers[figure.qualifier];
  return `${basis}${qualifier}${valueText(figure, lang)}`;
}

/** The value with its unit, without anything around it. */
function valueText(figure: FigureContent, lang: Lang): string {
  const value = figure.value ?? 0;
  const unit = inWords(figure.unitEn, figure.unitEs, lang);
  const followed = (text: string): string => (unit === null ? text : `${text} ${unit}`);
  switch (figure.valueType) {
    case 'count':
    case 'duration':
    case 'frequency':
      return followed(number(value, lang, figure.basis === 'change'));
    case 'percent': {
      const rest = withoutPercent(unit ?? '', lang);
      return `${percent(value, lang, figure.basis === 'change')}${rest ? ` ${rest}` : ''}`;
    }
    case 'ratio': {
      const of = `${number(figure.numerator ?? 0, lang)} ${WORDS[lang].of} ${number(figure.denominator ?? 0, lang)}`;
      return followed(of);
    }
    case 'money':
      return money(value, figure.currency ?? null, lang);
    case 'yes_no':
      return Number(value) === 1 ? WORDS[lang].yes : WORDS[lang].no;
    case 'ordinal': {
      const levels = figure.ordinalScale ?? [];
      const level = levels[Number(value) - 1] ?? String(value);
      const quoted = lang === 'en' ? `“${level}”` : `«${level}»`;
      return `${quoted} (${number(value, lang)} ${WORDS[lang].of} ${levels.length})`;
    }
  }
}

/** Spanish as the region writes numbers: 12,800 and 1.39. */
const LOCALES: Record<Lang, string> = { en: 'en-US', es: 'es-MX' };

const number = (value: Decimal, lang: Lang, signed = false): string =>
  new Intl.NumberFormat(LOCALES[lang], {
    maximumFractionDigits: 6,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
    .format(Number(value))
    .replace('-', '−');

/** Spanish puts a space, which does not break, before the sign. */
const percent = (value: Decimal, lang: Lang, signed = false): string =>
  `${number(value, lang, signed)}${lang === 'es' ? '\u00a0' : ''}%`;

function money(value: Decimal, currency: string | null, lang: Lang): string {
  if (currency === null) return number(value, lang);
  const whole = Number.isInteger(Number(value));
  return new Intl.NumberFormat(LOCALES[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  }).format(Number(value));
}

const PERCENT_WORD = /^(percentage|percent|per cent|%|por ciento|porcentaje)(?=\s|$)/i;

/** The sign already says what many units repeat: "percent complete", "variación porcentual". */
function withoutPercent(unit: string, lang: Lang): string {
  const rest = unit
    .replace(PERCENT_WORD, '')
    .replace(/\s+porcentual$/i, '')
    .trim();
  return lang === 'es' && rest !== '' && !rest.startsWith('de ') ? `de ${rest}` : rest;
}

const isPercentUnit = (unitEn: string | null | undefined): boolean => PERCENT_WORD.test(unitEn ?? '');

const saysTheSame = (a: string, b: string | null): boolean => a.toLowerCase() === b?.toLowerCase();

interface Words {
  qualifiers: Record<Qualifier, string>;
  states: Record<ValueState, string>;
  roles: { target: string; baseline: string; planned_coverage: string };
  estimate: string;
  computed: string;
  cumulative: string;
  design: string;
  maximum: string;
  average: string;
  of: string;
  yes: string;
  no: string;
}

const WORDS: Record<Lang, Words> = {
  en: {
    qualifiers: {
      exact: '',
      about: 'about ',
      more_than: 'more than ',
      nearly: 'nearly ',
      at_most: 'at most ',
      less_than: 'less than ',
      estimate: '',
      computed: '',
    },
    states: {
      reported: 'reported',
      unknown: 'unknown',
      not_reported: 'not reported',
      carried_forward: 'carried forward',
    },
    roles: { target: 'target', baseline: 'baseline', planned_coverage: 'planned coverage' },
    estimate: 'estimate',
    computed: 'computed',
    cumulative: 'cumulative',
    design: 'as designed',
    maximum: 'up to ',
    average: 'on average ',
    of: 'of',
    yes: 'yes',
    no: 'no',
  },
  es: {
    qualifiers: {
      exact: '',
      about: 'alrededor de ',
      more_than: 'más de ',
      nearly: 'casi ',
      at_most: 'como máximo ',
      less_than: 'menos de ',
      estimate: '',
      computed: '',
    },
    states: {
      reported: 'informado',
      unknown: 'se desconoce',
      not_reported: 'no informado',
      carried_forward: 'arrastrado de un período anterior',
    },
    roles: { target: 'meta', baseline: 'línea de base', planned_coverage: 'cobertura prevista' },
    estimate: 'estimación',
    computed: 'calculado',
    cumulative: 'acumulado',
    design: 'según el diseño',
    maximum: 'hasta ',
    average: 'en promedio ',
    of: 'de',
    yes: 'sí',
    no: 'no',
  },
};
