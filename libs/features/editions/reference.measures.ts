import { OUTLOOK_LABELS, STAGE_LABELS, OUTLOOKS, STAGES } from '#features/progress';
import type { Formats } from '#features/reports';
import type { RollupCell } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';

/** One number of a rollup cell; null where nobody reported it, which is not a zero. */
interface Measure {
  label: Bilingual;
  text(cell: RollupCell, formats: Formats): string | null;
}

const percent =
  (of: (cell: RollupCell) => string | null): Measure['text'] =>
  (cell, formats) => {
    const value = of(cell);
    return value === null ? null : formats.percent(value);
  };
const count =
  (of: (cell: RollupCell) => number): Measure['text'] =>
  (cell, formats) =>
    formats.count(of(cell));
const change =
  (of: (cell: RollupCell) => string | null): Measure['text'] =>
  (cell, formats) => {
    const value = of(cell);
    return value === null ? null : formats.change(value);
  };

/** What `{{rollup:PLACE.MEASURE}}` can ask for, by its last word. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  mean: {
    label: { en: 'mean progress over commitments', es: 'avance medio por compromiso' },
    text: percent((cell) => cell.meanPercent),
  },
  weighted_mean: {
    label: { en: 'mean progress by the plan’s weights', es: 'avance medio según los pesos del plan' },
    text: percent((cell) => cell.weightedMeanPercent),
  },
  mean_of_states: {
    label: { en: 'mean progress over States', es: 'avance medio de los Estados' },
    text: percent((cell) => cell.meanOfStates),
  },
  commitments: {
    label: { en: 'commitments', es: 'compromisos' },
    text: count((cell) => cell.commitments),
  },
  reported: {
    label: { en: 'commitments reported', es: 'compromisos informados' },
    text: count((cell) => cell.reported),
  },
  coverage: {
    label: { en: 'commitments reported, n of N', es: 'compromisos informados, n de N' },
    text: (cell, formats) => formats.ofAll(cell.reported, cell.commitments),
  },
  share: {
    label: { en: 'share of commitments reported', es: 'proporción de compromisos informados' },
    text: (cell, formats) => (cell.commitments === 0 ? null : formats.share(cell.reported, cell.commitments)),
  },
  explained: {
    label: { en: 'commitments explained', es: 'compromisos explicados' },
    text: count((cell) => cell.explained),
  },
  carried_forward: {
    label: { en: 'commitments with an earlier value', es: 'compromisos con un valor anterior' },
    text: count((cell) => cell.carriedForward),
  },
  not_reported: {
    label: { en: 'commitments not reported', es: 'compromisos no informados' },
    text: count((cell) => cell.notReported),
  },
  change: {
    label: {
      en: 'change since the last cycle of this kind',
      es: 'variación desde el último ciclo de este tipo',
    },
    text: change((cell) => cell.changeSameKind),
  },
  change_other: {
    label: {
      en: 'change since the last cycle of the other kind',
      es: 'variación desde el último ciclo del otro tipo',
    },
    text: change((cell) => cell.changeOtherKind),
  },
  ...counts(STAGES, STAGE_LABELS, (cell, stage) => cell.stages[stage]),
  ...counts(OUTLOOKS, OUTLOOK_LABELS, (cell, outlook) => cell.outlooks[outlook]),
};

function counts<Word extends string>(
  words: readonly Word[],
  labels: Record<Word, Bilingual>,
  of: (cell: RollupCell, word: Word) => number,
): Record<string, Measure> {
  const label = (word: Word, lang: Lang): string =>
    `${lang === 'en' ? 'commitments' : 'compromisos'}: ${labels[word][lang]}`;
  return Object.fromEntries(
    words.map((word) => [
      word,
      {
        label: { en: label(word, 'en'), es: label(word, 'es') },
        text: count((cell: RollupCell) => of(cell, word)),
      },
    ]),
  );
}
