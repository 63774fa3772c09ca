import { dimensionText } from '#features/progress';
import { plain } from '#features/quality';
import { parseDecimal, sumDecimals } from '#platform/decimal';
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
  const periods = Map.groupBy(observations, ({ year, part, role }) => `${year} ${part} ${role}`);
  return [...periods.values()].flatMap((same) => [
    ...sourcesThatDiffer(preferredSource, same),
    ...(same.length < 2
      ? []
      : [...Map.groupBy(same, ({ source }) => source).values()].flatMap((one) => parts(valueType, one))),
  ]);
}

const place = ({ year, part, role }: NotedObservation) => ({ year, part, role });

function sourcesThatDiffer(preferredSource: string | null, same: NotedObservation[]): DataNote[] {
  const totals = same.filter(({ dimension, value }) => dimension === '' && value !== null);
  const [first] = totals;
  if (!first || totals.length < 2) return [];
  if (new Set(totals.map(({ value }) => plain(parseDecimal(value ?? 0)))).size < 2) return [];
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
function measured(valueType: IndicatorType, observation: NotedObservation): number | string | null {
  if (valueType === 'count' || valueType === 'money') return observation.value;
  return valueType === 'percent' || valueType === 'ratio' ? observation.denominator : null;
}

/** Whether parts give the whole exactly; whole numbers, which most are, need no fractions for that. */
function gives(parts: readonly (number | string)[], whole: number | string): boolean {
  const all = [...parts, whole];
  if (all.every((number): number is number => Number.isSafeInteger(number)))
    return parts.reduce<number>((sum, part) => sum + Number(part), 0) === whole;
  return plain(sumDecimals(parts)) === plain(parseDecimal(whole));
}

function parts(valueType: IndicatorType, one: NotedObservation[]): DataNote[] {
  const total = one.find(({ dimension }) => dimension === '');
  const whole = total && measured(valueType, total);
  if (!total || whole === null || whole === undefined) return [];
  const dimensions = Map.groupBy(
    one.filter(({ dimension }) => dimension !== ''),
    ({ dimension }) => dimension,
  );
  return [...dimensions].flatMap(([dimension, of]): DataNote[] => {
    const numbers = of.flatMap((part) => measured(valueType, part) ?? []);
    const missing = of.length - numbers.length;
    if (missing > 0)
      return [
        {
          kind: 'part_without_value',
          ...place(total),
          text: {
            en: `By ${dimensionText(dimension, 'en')}, ${missing} of ${of.length} parts have no value, so they are not compared with the total.`,
            es: `Por ${dimensionText(dimension, 'es')}, ${missing} de ${of.length} partes no tienen valor, por lo que no se comparan con el total.`,
          },
        },
      ];
    if (gives(numbers, whole)) return [];
    const sum = plain(sumDecimals(numbers));
    return [
      {
        kind: 'parts_differ',
        ...place(total),
        text: {
          en: `By ${dimensionText(dimension, 'en')}, the parts give ${sum}; the total says ${plain(parseDecimal(whole))}.`,
          es: `Por ${dimensionText(dimension, 'es')}, las partes suman ${sum}; el total dice ${plain(parseDecimal(whole))}.`,
        },
      },
    ];
  });
}
