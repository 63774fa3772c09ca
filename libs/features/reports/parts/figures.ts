import { breakdownTexts, type FigureContent, figureText, windowText } from '#features/progress';
import type { SnapshotFact, SnapshotFigure } from '#features/rollups';
import { plainText } from '../regional.reader.js';
import type { Box, FactItem, FigureItem, Inline } from '../report.document.js';
import type { Material } from '../report.material.js';

/** The place of a fact in the document. */
export const factPlace = (fact: Pick<SnapshotFact, 'id' | 'code'>): string => `fact-${fact.code ?? fact.id}`;

/** A link to a fact told elsewhere in the document. */
export const factLink = (fact: SnapshotFact, material: Material): Inline => ({
  kind: 'place',
  text: fact.code ?? plainText(material.said(fact.textEn, fact.textEs) ?? fact.id),
  to: factPlace(fact),
});

/** The figure as the words of progress know it: the same fields, from the frozen rows. */
export const contentOf = (figure: SnapshotFigure): FigureContent => figure as FigureContent;

export function figureItem(figure: SnapshotFigure, fact: SnapshotFact, material: Material): FigureItem {
  return {
    figureId: figure.id,
    factId: fact.id,
    updateId: fact.updateId,
    ...inPeriod(contentOf(figure), material),
    breakdown: breakdownOf(contentOf(figure), material),
  };
}

/** The figure's text; a period other than the cycle's stands in a note of its own. */
function inPeriod(figure: FigureContent, material: Material): Pick<FigureItem, 'text' | 'window'> {
  const { cycle } = material.content;
  const own = windowText(figure, material.lang);
  return own === null || (figure.windowStart === cycle.factsFrom && figure.windowEnd === cycle.factsTo)
    ? { text: figureText(figure, material.lang), window: null }
    : {
        text: figureText({ ...figure, ...NO_WINDOW }, material.lang),
        window: { kind: 'window', number: material.windows.number(own) },
      };
}

const NO_WINDOW = {
  windowStart: null,
  windowEnd: null,
  windowTextEn: null,
  windowTextEs: null,
  asOf: null,
} satisfies Partial<FigureContent>;

/** The breakdown with readable titles, where the source names its dimension. */
export function breakdownOf(figure: FigureContent, material: Material): { title: string; text: string }[] {
  return breakdownTexts(figure, material.lang).map(({ dimension, text }) => ({
    title: dimensionTitle(figure, dimension, material),
    text,
  }));
}

function dimensionTitle(figure: FigureContent, dimension: string, material: Material): string {
  const named = (figure.disaggregation ?? []).find((part) => part.dimension === dimension) as
    | { dimensionEn?: string | null; dimensionEs?: string | null }
    | undefined;
  return plainText(material.said(named?.dimensionEn, named?.dimensionEs) ?? dimension.replaceAll('_', ' '));
}

export function factItem(fact: SnapshotFact, material: Material): FactItem {
  const owner = material.index.owner(fact);
  const others = fact.commitments.flatMap(({ commitmentId }) => {
    const commitment = commitmentId === owner?.id ? undefined : material.index.commitment(commitmentId);
    return commitment ? [commitmentPlaceLink(commitment.code)] : [];
  });
  return {
    factId: fact.id,
    updateId: fact.updateId,
    id: factPlace(fact),
    code: fact.code,
    text: material.said(fact.textEn, fact.textEs) ?? fact.code ?? '',
    figures: material.index.figuresOf(fact.id).map((figure) => figureItem(figure, fact, material)),
    institutions: fact.institutions.map((key) => material.institution(key)),
    note: material.said(fact.noteEn, fact.noteEs),
    sources: fact.source ? [material.sources.number(fact.source)] : [],
    midYear: material.kind === 'annual' && material.index.isOfMidYear(fact),
    alsoFor: others,
  };
}

/** A commitment's row in the annex of every commitment: it is always there, whatever the chapters show. */
export const commitmentPlaceLink = (code: string): Inline => ({
  kind: 'place',
  text: code,
  to: `status-${code}`,
});

/** A figure as a large number: the value alone, its window and population below. */
export function boxOf(
  figure: FigureContent,
  label: Inline,
  material: Material,
): Pick<Box, 'value' | 'label' | 'note'> {
  const { lang } = material;
  const bare: FigureContent = {
    ...figure,
    ...NO_WINDOW,
    population: null,
    labelEn: null,
    labelEs: null,
  };
  const notes = [
    plainText(material.said(figure.labelEn, figure.labelEs) ?? ''),
    windowText(figure, lang) ?? '',
  ].filter((note) => note !== '' && note !== plainText(label));
  return { value: figureText(bare, lang), label, note: notes.length === 0 ? [] : [notes.join('; ')] };
}
