import { wordsInCommon } from '#platform/comparison';
import type { Schemas } from '~/api/client';

type Fact = Schemas['FactView'];
type Figure = Schemas['FigureView'];

/** A figure beside the one of the last period that measures the same. */
export interface ComparedFigure {
  now: Figure;
  before: Figure;
  /** Now less before; null where either has no number, or their scale is one of words. */
  change: number | null;
}

/**
 * Figures of two periods that measure the same thing: same kind, unit, population and label, in statements that share three
 * quarters of their longer words. What has no single counterpart is left out: a wrong comparison is worse than none.
 * @returns the comparisons by the id of the figure of this period
 */
export function compareFigures(now: Fact[], before: Fact[]): Map<string, ComparedFigure> {
  const earlier = said(before);
  const found = new Map<string, ComparedFigure>();
  for (const one of said(now)) {
    const [match, ...others] = earlier.filter(
      (other) => measure(other) === measure(one) && alike(one, other),
    );
    if (match && others.length === 0)
      found.set(one.figure.id, {
        now: one.figure,
        before: match.figure,
        change: changeOf(one.figure, match.figure),
      });
  }
  return found;
}

interface Said {
  figure: Figure;
  fact: Fact;
}

const said = (facts: Fact[]): Said[] =>
  facts.flatMap((fact) => (fact.figures ?? []).map((figure) => ({ figure, fact })));

const lower = (text: string | null | undefined): string => text?.trim().toLowerCase() ?? '';

const measure = ({ figure }: Said): string =>
  JSON.stringify([
    figure.role,
    figure.valueType,
    figure.basis,
    lower(figure.unitEn ?? figure.unitEs),
    figure.currency ?? null,
    figure.population ?? null,
    lower(figure.labelEn ?? figure.labelEs),
  ]);

const ENOUGH = 0.75;

const alike = (a: Said, b: Said): boolean =>
  Math.max(wordsInCommon(a.fact.textEn, b.fact.textEn), wordsInCommon(a.fact.textEs, b.fact.textEs)) >=
  ENOUGH;

const NUMBERS = ['count', 'percent', 'duration', 'money', 'frequency'];

function changeOf(now: Figure, before: Figure): number | null {
  const values = [now, before].map(({ value, valueState }) =>
    valueState === 'reported' || valueState === 'carried_forward' ? (value ?? null) : null,
  );
  const [a = null, b = null] = values;
  if (a === null || b === null || !NUMBERS.includes(now.valueType)) return null;
  // Decimals as they are written, without what binary fractions add.
  return Number((a - b).toPrecision(12));
}
