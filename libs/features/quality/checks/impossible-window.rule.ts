import { isDay } from '#platform/calendar';
import type { Check, CheckedFigure, CheckedMaterial, CheckedText, Found } from '../finding.content.js';

export const impossibleWindow: Check = {
  key: 'impossible_window',
  title: { en: 'Impossible dates and windows', es: 'Fechas y períodos imposibles' },
  rule: {
    en: 'A day that does not exist, in a field or in a text; a window that ends before it begins; an observed value of days that had not come when it was handed in and that lie after the cycle’s window of facts; a year before 1950 or more than 30 years ahead; an as-of day outside of the window.',
    es: 'Un día que no existe, en un campo o en un texto; un período que termina antes de empezar; un valor observado de días que no habían llegado al entregarlo y que son posteriores al período de hechos del ciclo; un año anterior a 1950 o más de 30 años adelante; una fecha de corte fuera del período.',
  },
  silent: {
    en: 'Targets and planned coverage lie ahead by nature; windows without an end are open.',
    es: 'Las metas y coberturas previstas son futuras por naturaleza; los períodos sin fin están abiertos.',
  },
  find: (material) => [
    ...material.figures.flatMap((figure) => inFigure(figure, material)),
    ...material.texts.flatMap(inText),
  ],
};

function inFigure(figure: CheckedFigure, { factsTo, writtenOn }: CheckedMaterial): Found[] {
  const days = { windowStart: figure.windowStart, windowEnd: figure.windowEnd, asOf: figure.asOf };
  for (const [field, day] of Object.entries(days)) {
    if (day == null) continue;
    const exists: boolean = isDay(day);
    if (!exists)
      return [
        found(figure, field, day, `${day} is no day of the calendar.`, `${day} no es un día del calendario.`),
      ];
    const year = Number(day.slice(0, 4));
    if (year < 1950 || year > Number(writtenOn.slice(0, 4)) + 30)
      return [
        found(figure, field, day, `The year ${year} is hard to believe.`, `El año ${year} es poco creíble.`),
      ];
  }
  const { windowStart: start, windowEnd: end, asOf } = days;
  if (start && end && start > end)
    return [
      found(
        figure,
        'windowEnd',
        `${start}/${end}`,
        `It ends (${end}) before it begins (${start}).`,
        `Termina (${end}) antes de empezar (${start}).`,
      ),
    ];
  const last = [end, asOf]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
  if (figure.role === 'observed' && last && last > writtenOn && last > factsTo)
    return [
      found(
        figure,
        'windowEnd',
        last,
        `It was handed in on ${writtenOn}, but goes up to ${last}: those days had not come.`,
        `Se entregó el ${writtenOn}, pero llega hasta ${last}: esos días no habían llegado.`,
      ),
    ];
  if (asOf && ((start && asOf < start) || (end && asOf > end && figure.basis !== 'stock')))
    return [
      found(
        figure,
        'asOf',
        asOf,
        `The as-of day ${asOf} lies outside of the window.`,
        `La fecha de corte ${asOf} queda fuera del período.`,
      ),
    ];
  return [];
}

const found = (figure: CheckedFigure, field: string, day: string, en: string, es: string): Found => ({
  figure,
  field,
  detail: { en, es },
  basis: [field, day],
});

const MONTHS = {
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};
const IN_TEXT = {
  en: new RegExp(
    `\\b(\\d{1,2}) (${MONTHS.en.join('|')})(?: (\\d{4}))?\\b|\\b(${MONTHS.en.join('|')}) (\\d{1,2})(?=, \\d{4}|[.;)]|$)`,
    'gi',
  ),
  es: new RegExp(`\\b(\\d{1,2}) de (${MONTHS.es.join('|')})(?: de (\\d{4}))?\\b`, 'gi'),
};
/** A day of a month whose year is not said may be the 29th of February. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function inText({ field, en, es }: CheckedText): Found[] {
  return (['en', 'es'] as const).flatMap((lang) =>
    [...((lang === 'en' ? en : es) ?? '').matchAll(IN_TEXT[lang])].flatMap((match) => {
      const [raw, day, month, year, otherMonth, otherDay] = match;
      const place = MONTHS[lang].indexOf((month ?? otherMonth ?? '').toLowerCase());
      const number = Number(day ?? otherDay);
      const exists = year
        ? isDay(`${year}-${String(place + 1).padStart(2, '0')}-${String(number).padStart(2, '0')}`)
        : number >= 1 && number <= (DAYS[place] ?? 31);
      return exists
        ? []
        : [
            {
              figure: null,
              field: `${field}${lang === 'en' ? 'En' : 'Es'}`,
              detail: {
                en: `“${raw}” is no day of the calendar.`,
                es: `«${raw}» no es un día del calendario.`,
              },
              basis: [raw.toLowerCase()],
            },
          ];
    }),
  );
}
