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

/** The boxes that open a chapter: observed indicators, one of each area in turn, so that no area takes them all. */
export const keyFigures = {
  title: (material: Material): string => material.words(WORDS).title,
  compose: (stateCode: string, material: Material): Body | null => {
    const items = inTurn(observations(stateCode, material))
      .slice(0, MOST)
      .flatMap((fact) => box(fact, material) ?? []);
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

const observations = (stateCode: string, { index }: Material): SnapshotFact[] =>
  index.facts.filter(
    (fact) =>
      fact.stateCode === stateCode &&
      fact.kind === 'indicator_observation' &&
      index.figuresOf(fact.id).some((figure) => figure.role === 'observed' && figure.value !== null),
  );

/** One of each area, then the second of each, and so on. */
function inTurn(facts: readonly SnapshotFact[]): SnapshotFact[] {
  const areas = new Map<string, SnapshotFact[]>();
  for (const fact of facts) {
    const key = fact.areaKey ?? fact.section ?? '';
    areas.set(key, [...(areas.get(key) ?? []), fact]);
  }
  const rounds = Math.max(0, ...[...areas.values()].map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    [...areas.values()].flatMap((some) => some[round] ?? []),
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
