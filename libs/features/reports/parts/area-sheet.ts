import type { SnapshotCommitment } from '#features/rollups';
import type { Block, CommitmentBlock, ReportSection } from '../report.document.js';
import { type Body, type Material, paragraph, section } from '../report.material.js';
import { figureBoxes, MOST_OF_SHEET } from './chapter-boxes.js';
import { commitmentBlock, hasSomethingToShow } from './commitment.js';
import { coverageSentence } from './coverage.js';

const WORDS = {
  selection: {
    en: (n: number) =>
      `A selection: of each State at most ${n} commitments, those with the most facts. All of them are in the report of the cycle.`,
    es: (n: number) =>
      `Una selección: de cada Estado, como máximo ${n} compromisos, los que tienen más hechos. Todos están en el informe del ciclo.`,
  },
};

/** How many commitments of a State a newsletter tells of, and how many facts of each. */
const [MOST, MOST_FACTS] = [2, 3];

/** What a newsletter says of a State in an area: how far it is and its commitments with the most to tell, shortened. */
export function areaOfState(
  stateCode: string,
  areaKey: string,
  commitments: readonly SnapshotCommitment[],
  material: Material,
): ReportSection {
  const { index } = material;
  const facts = ({ id }: SnapshotCommitment): number => index.factsOf(id).length;
  const chosen = commitments
    .filter((commitment) => hasSomethingToShow(commitment, material))
    .toSorted((a, b) => facts(b) - facts(a) || a.number - b.number)
    .slice(0, MOST)
    .toSorted((a, b) => a.number - b.number);
  const blocks: Block[] = [
    ...paragraph(coverageSentence(stateCode, areaKey, material), 'lead'),
    ...chosen.map((commitment) => shortened(commitmentBlock(commitment, material))),
  ];
  return section(`newsletter-${stateCode}`, material.stateName(stateCode), { blocks, areaKey });
}

/** What it did, in one block without what stands in the way, the evidence and further facts. */
const shortened = (block: CommitmentBlock): CommitmentBlock => ({
  ...block,
  prose: block.prose.slice(0, 1),
  facts: block.facts.slice(0, MOST_FACTS),
  evidence: [],
  status: block.trace.length === 0 ? block.status : [...block.status, ' · ', ...block.trace],
  trace: [],
  seeAlso: [],
});

/** An area's figures as large numbers, of one State after the other. */
export function areaFigures(areaKey: string, material: Material): Body | null {
  const { index } = material;
  const facts = index.facts.filter(
    (fact) => fact.areaKey !== null && index.sharedKey(fact.areaKey) === areaKey,
  );
  const items = figureBoxes(facts, ({ stateCode }) => stateCode, material, MOST_OF_SHEET).map(
    ({ box, fact }) => ({
      ...box,
      note: [material.stateName(fact.stateCode), ' · ', ...box.note],
    }),
  );
  return items.length === 0
    ? null
    : { blocks: [{ type: 'boxes', title: material.areaName(areaKey), items }], areaKey };
}

/** That the newsletter does not tell everything. */
export const selectionNote = (material: Material): Block[] =>
  paragraph(material.words(WORDS).selection(MOST), 'small');
