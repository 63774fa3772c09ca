import type { SnapshotFact } from '#features/rollups';
import type { Box } from '../report.document.js';
import { type Body, type Material, paragraph } from '../report.material.js';
import { boxOf, contentOf, factPlace } from './figures.js';

const WORDS = {
  title: { en: 'Indicators', es: 'Indicadores' },
  selection: {
    en: 'A selection: for each area in turn, the first indicators of the chapter. Every figure with its breakdown is in the annex of figures.',
    es: 'Una selección: de cada área por turno, los primeros indicadores del capítulo. Todas las cifras con su desglose están en el anexo de cifras.',
  },
};

/** How many large numbers open a chapter. */
const MOST = 8;
/** Three rows of three. */
export const MOST_OF_SHEET = 9;

/** The boxes that open a chapter: observed indicators, one of each area in turn, so that no area takes them all. */
export const keyFigures = {
  title: (material: Material): string => material.words(WORDS).title,
  compose: (stateCode: string, material: Material, most = MOST): Body | null => {
    const facts = material.index.facts.filter((fact) => fact.stateCode === stateCode);
    const items = figureBoxes(facts, ({ areaKey, section }) => areaKey ?? section ?? '', material, most).map(
      ({ box }) => box,
    );
    if (items.length === 0) return null;
    const words = material.words(WORDS);
    return {
      blocks: [
        { type: 'boxes', title: `${words.title}: ${material.stateName(stateCode)}`, items },
        ...paragraph(words.selection, 'small'),
      ],
    };
  },
};

/** Observed indicators as large numbers, the first few: one of each group in turn, so that no group takes them all. */
export const figureBoxes = (
  facts: readonly SnapshotFact[],
  groupOf: (fact: SnapshotFact) => string,
  material: Material,
  most: number,
): { fact: SnapshotFact; box: Box }[] =>
  inTurn(
    facts.filter((fact) => isObserved(fact, material)),
    groupOf,
  )
    .slice(0, most)
    .flatMap((fact) => {
      const found = box(fact, material);
      return found ? [{ fact, box: found }] : [];
    });

const isObserved = (fact: SnapshotFact, { index }: Material): boolean =>
  fact.kind === 'indicator_observation' &&
  index.figuresOf(fact.id).some((figure) => figure.role === 'observed' && figure.value !== null);

/** One of each group, then the second of each, and so on. */
function inTurn(facts: readonly SnapshotFact[], groupOf: (fact: SnapshotFact) => string): SnapshotFact[] {
  const groups = new Map<string, SnapshotFact[]>();
  for (const fact of facts) groups.set(groupOf(fact), [...(groups.get(groupOf(fact)) ?? []), fact]);
  const rounds = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    [...groups.values()].flatMap((some) => some[round] ?? []),
  ).flat();
}

function box(fact: SnapshotFact, material: Material): Box | null {
  const figure = material.index
    .figuresOf(fact.id)
    .find(({ role, value }) => role === 'observed' && value !== null);
  if (!figure) return null;
  const shown = boxOf(contentOf(figure), material.said(fact.textEn, fact.textEs) ?? '', material);
  const place = { kind: 'place', text: fact.code ?? '↓', to: factPlace(fact) } as const;
  return {
    ...shown,
    note: [...shown.note, ...(shown.note.length > 0 ? [' · '] : []), place],
    figureId: figure.id,
    factId: fact.id,
    updateId: fact.updateId,
  };
}
