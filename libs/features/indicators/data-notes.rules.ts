import { plain } from '#features/quality';
import { Fraction, parseDecimal, sumDecimals } from '#platform/decimal';
import type { Bilingual } from '#platform/http';
import type { IndicatorType } from './indicator.vocabulary.js';

/** An observation as the notes look at it. */
export interface NotedObservation {
  year: number;
  part: string;
  role: string;
  /** Empty for the total. */
  dimension: string;
  category: string;
  source: string;
  valueState: string;
  value: number | string | null;
  numerator: number | string | null;
  denominator: number | string | null;
}

export interface DataNote {
  kind: 'parts_differ' | 'part_without_value' | 'sources_differ';
  year: number;
  part: string;
  role: string;
  text: Bilingual;
}

/**
 * What a reader must know about the observations of one series: parts of a disaggregation that do not give the total, parts
 * without a value, and sources that contradict each other. Nothing is corrected.
 */
export function dataNotes(
  valueType: IndicatorType,
  preferredSource: string | null,
  observations: readonly NotedObservation[],
): DataNote[] {
  const periods = Map.groupBy(observations, ({ year, part, role }) => JSON.stringify([year, part, role]));
  return [...periods.values()].flatMap((same) => [
    ...sourcesThatDiffer(preferredSource, same),
    ...[...Map.groupBy(same, ({ source }) => source).values()].flatMap((one) => parts(valueType, one)),
  ]);
}

const place = ({ year, part, role }: NotedObservation) => ({ year, part, role });

function sourcesThatDiffer(preferredSource: string | null, same: NotedObservation[]): DataNote[] {
  const totals = same.filter(({ dimension, value }) => dimension === '' && value !== null);
  const [first] = totals;
  const values = new Set(totals.map(({ value }) => plain(parseDecimal(value ?? 0))));
  if (!first || values.size < 2) return [];
  const said = totals.map(({ source, value }) => `${plain(parseDecimal(value ?? 0))} (${source})`).join('; ');
  const counts = totals.some(({ source }) => source === preferredSource);
  return [
    {
      kind: 'sources_differ',
      ...place(first),
      text: {
        en: `Sources differ: ${said}. ${counts ? `Preferred: ${preferredSource}.` : 'None is preferred.'}`,
        es: `Las fuentes difieren: ${said}. ${counts ? `Preferida: ${preferredSource}.` : 'Ninguna es la preferida.'}`,
      },
    },
  ];
}

/** The number of an observation that its parts must give: the value, or the denominator of a share. */
function measured(valueType: IndicatorType, observation: NotedObservation): Fraction | null {
  const number =
    valueType === 'count' || valueType === 'money'
      ? observation.value
      : valueType === 'percent' || valueType === 'ratio'
        ? observation.denominator
        : null;
  return number === null ? null : parseDecimal(number);
}

function parts(valueType: IndicatorType, one: NotedObservation[]): DataNote[] {
  const total = one.find(({ dimension }) => dimension === '');
  const whole = total && measured(valueType, total);
  if (!total || !whole) return [];
  const dimensions = Map.groupBy(
    one.filter(({ dimension }) => dimension !== ''),
    ({ dimension }) => dimension,
  );
  return [...dimensions].flatMap(([dimension, of]): DataNote[] => {
    const missing = of.filter((part) => measured(valueType, part) === null);
    if (missing.length > 0)
      return [
        {
          kind: 'part_without_value',
          ...place(total),
          text: {
            en: `By ${dimension}, ${missing.length} of ${of.length} parts have no value, so they are not compared with the total.`,
            es: `Por ${dimension}, ${missing.length} de ${of.length} partes no tienen valor, por lo que no se comparan con el total.`,
          },
        },
      ];
    const sum = plain(sumDecimals(of.map((part) => decimal(measured(valueType, part)))));
    if (sum === plain(whole)) return [];
    return [
      {
        kind: 'parts_differ',
        ...place(total),
        text: {
          en: `By ${dimension}, the parts give ${sum}; the total says ${plain(whole)}.`,
          es: `Por ${dimension}, las partes suman ${sum}; el total dice ${plain(whole)}.`,
        },
      },
    ];
  });
}

const decimal = (value: Fraction | null): string => plain(value ?? Fraction.zero);
