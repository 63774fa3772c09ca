import { FACT_SECTION_LABELS } from '#features/progress';
import type { SnapshotFact } from '#features/rollups';
import type { ReportSection } from '../report.document.js';
import type { SnapshotState } from '../report.index.js';
import { type Body, type Material, type Part, section } from '../report.material.js';
import { areaSections } from './chapter-areas.js';
import { keyFigures } from './chapter-boxes.js';
import { mechanismAndPlan } from './chapter-plan.js';
import { factItem } from './figures.js';
import { partnerFigures } from './partner-figures.js';
import { stateStanding } from './state-sheet.js';
import { nationalStories } from './stories.js';

const WORDS = {
  national: { en: 'Mechanism and plan', es: 'Mecanismo y plan' },
  coverage: { en: 'Where the commitments stand', es: 'Situación de los compromisos' },
  other: { en: 'Other facts', es: 'Otros hechos' },
};

/** A State's chapter in the Annual Report. */
export const nationalChapter = (state: SnapshotState): Part => ({
  id: `chapter-${state.id}`,
  title: { en: state.nameEn, es: state.nameEs },
  compose: (material) => {
    const { index } = material;
    const commitments = index.commitmentsOf(state.id);
    const free = index.freeFacts(state.id);
    const partners = partnerFigures(state.id, material);
    if (commitments.length === 0 && free.length === 0 && partners === null) return null;
    const words = material.words(WORDS);
    const sections: (ReportSection | null)[] = [
      wrap(`chapter-${state.id}-plan`, words.national, mechanismAndPlan(state, material)),
      factsSection(
        `chapter-${state.id}-context`,
        material.label(FACT_SECTION_LABELS.context),
        free,
        'context',
        material,
      ),
      wrap(`chapter-${state.id}-figures`, keyFigures.title(material), keyFigures.compose(state.id, material)),
      commitments.length > 0
        ? section(`chapter-${state.id}-standing`, words.coverage, stateStanding(state.id, material))
        : null,
      factsSection(
        `chapter-${state.id}-coordination`,
        material.label(FACT_SECTION_LABELS.coordination),
        free,
        'coordination',
        material,
      ),
      ...areaSections(state.id, material),
      leftOver(state.id, free, material),
      partners,
      nationalStories(state.id, material),
    ];
    return { sections: sections.filter((each) => each !== null) };
  },
});

const wrap = (id: string, title: string, body: Body | null): ReportSection | null =>
  body ? section(id, title, body) : null;

function factsSection(
  id: string,
  title: string,
  facts: readonly SnapshotFact[],
  part: SnapshotFact['section'],
  material: Material,
): ReportSection | null {
  const items = facts.filter((fact) => fact.section === part && fact.kind !== 'story');
  return items.length === 0
    ? null
    : section(id, title, {
        blocks: [{ type: 'facts', items: items.map((fact) => factItem(fact, material)) }],
      });
}

/** A fact under an area that the State's chapter does not have must not be lost. */
function leftOver(
  stateCode: string,
  free: readonly SnapshotFact[],
  material: Material,
): ReportSection | null {
  const areas = new Set(
    material.index.areas
      .filter((area) => area.stateCode === null || area.stateCode === stateCode)
      .map(({ id }) => id),
  );
  const items = free.filter(
    (fact) => fact.section === null && fact.kind !== 'story' && !areas.has(fact.areaKey ?? ''),
  );
  if (items.length === 0) return null;
  return section(`chapter-${stateCode}-other`, material.words(WORDS).other, {
    blocks: [{ type: 'facts', items: items.map((fact) => factItem(fact, material)) }],
  });
}
