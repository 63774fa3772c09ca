import { type FigureContent, figureProblems } from '#features/progress';
import type { FieldProblem } from '#platform/http';
import type { PartnerFigureInput } from './partner.input.js';

/** A figure as the rules and texts of all figures look at it. */
export const contentOf = (figure: PartnerFigureInput): FigureContent => ({
  ...figure,
  value: figure.value ?? null,
  valueState: figure.valueState ?? 'reported',
  qualifier: figure.qualifier ?? 'exact',
  basis: figure.basis ?? 'period',
  role: 'observed',
});

/** What keeps a partner's figure from being stored: what keeps any figure from it. */
export const partnerFigureProblems = (figure: PartnerFigureInput): FieldProblem[] =>
  figureProblems(contentOf(figure));
