import { type FigureContent, figureText } from '#features/progress';
import { Formats } from '#features/reports';
import type { RollupCell, SnapshotFact, SnapshotFigure } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import { numbersIn, plain } from './typed-numbers.rules.js';

/** Something told in both languages. */
export const both = (tell: (lang: Lang) => string): Bilingual => ({ en: tell('en'), es: tell('es') });

/** A figure with its unit and window. */
export const asText = (figure: SnapshotFigure, lang: Lang): string =>
  figureText(figure as FigureContent, lang);

const FORMATS = { en: new Formats('en'), es: new Formats('es') } as const;

/** A percentage with one decimal at most, as the language writes it. */
export const percentText = (value: number, lang: Lang): string => FORMATS[lang].percent(String(value));

/** Codes as a sentence names them. */
export const codesOf = (
  facts: readonly SnapshotFact[],
  commitments: readonly { code: string }[],
): Bilingual => {
  const codes = [...facts.flatMap(({ code }) => code ?? []), ...commitments.map(({ code }) => code)].join(
    ', ',
  );
  return { en: codes, es: codes };
};

/** The longest of these units that stands right behind a place of a text. */
export const unitAfter = (text: string, at: number, units: Iterable<string>): string | undefined => {
  const rest = plain(text.slice(at)).trimStart();
  return [...units]
    .filter((unit) => unit.length > 3 && rest.startsWith(unit) && !/^\p{L}/u.test(rest.slice(unit.length)))
    .sort((a, b) => b.length - a.length)[0];
};

/** The numbers that texts say, in any reading of them. */
export const numbersOfTexts = (...texts: (string | null)[]): number[] =>
  texts.flatMap((text) => numbersIn(text ?? '').flatMap(({ values }) => values));

/** Everything that a figure says in numbers: value, parts of a ratio, breakdown. */
export const numbersOf = (figure: SnapshotFigure): number[] =>
  [
    figure.value,
    figure.numerator,
    figure.denominator,
    ...(figure.disaggregation ?? []).map(({ value }) => value),
  ]
    .filter((value) => value !== null)
    .map(Number);

/** The counts that a sentence may mean by "5 of 17 commitments". */
export const countsOf = (cell: RollupCell): number[] => [
  cell.reported,
  cell.explained,
  cell.carriedForward,
  cell.notReported,
  cell.percentReported,
  ...Object.values(cell.stages),
  ...Object.values(cell.outlooks),
];
