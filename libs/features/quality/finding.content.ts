import type { FigureContent } from '#features/progress';
import type { Bilingual } from '#platform/http';

/** The checks, in the order in which people see what they find. */
export const CHECKS = [
  'parts_and_total',
  'share_of_counts',
  'narrative_contradicts',
  'same_subject',
  'cumulative_falls',
  'unit_changes',
  'outlier',
  'target_against_direction',
  'repeats_baseline',
  'impossible_window',
  'mixed_marks',
] as const;
export type CheckKey = (typeof CHECKS)[number];

/** A figure with the statement that it belongs to. */
export interface CheckedFigure extends FigureContent {
  figureId: string;
  factId: string;
  factCode: string | null;
  statementEn: string | null;
  statementEs: string | null;
  /** Whether more or less of it is better; absent when nobody said. */
  direction?: 'higher' | 'lower' | null;
  /** Last day of the cycle’s window of facts in which it was said: the order of a series without dates. */
  periodEnd: string;
}

/** A text in which numbers may stand; `field` is the one of the update or fact. */
export interface CheckedText {
  field: 'narrative' | 'challenges' | 'nextSteps' | 'supportNeeded' | 'text';
  factId: string | null;
  en: string | null;
  es: string | null;
}

/** What one look at an update, or at a fact that stands free, needs: nothing else is read. */
export interface CheckedMaterial {
  /** The figures that are looked at. */
  figures: readonly CheckedFigure[];
  texts: readonly CheckedText[];
  /** What was approved about the same commitment in earlier cycles. */
  earlier: readonly CheckedFigure[];
  /** What else the State says in the same cycle. */
  others: readonly CheckedFigure[];
  /** Last day of the cycle’s window of facts. */
  factsTo: string;
  /** The day on which it was handed in, or today while it is written. */
  writtenOn: string;
}

/** What a check found, in plain words: something to confirm, correct or explain, never a verdict. */
export interface Found {
  /** The figure that it is about; null for a text. */
  figure: CheckedFigure | null;
  /** Where: `value`, `disaggregation`, `windowEnd`, `narrativeEn` ... */
  field: string;
  detail: Bilingual;
  /** The numbers and words that the finding stands on: when one of them changes it is another finding. */
  basis: readonly (string | null)[];
}

/** One check: a pure rule, with what its documentation says. */
export interface Check {
  key: CheckKey;
  title: Bilingual;
  /** When it speaks, in one or two sentences. */
  rule: Bilingual;
  /** When it keeps silent although the numbers look odd. */
  silent: Bilingual;
  find: (material: CheckedMaterial) => Found[];
}
