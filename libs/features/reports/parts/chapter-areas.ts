import type { SnapshotCommitment } from '#features/rollups';
import type { Block, Inline, Line, ReportSection } from '../report.document.js';
import type { SnapshotArea } from '../report.index.js';
import { list, type Material, paragraph, section } from '../report.material.js';
import { commitmentBlock, hasSomethingToShow } from './commitment.js';
import { coverageSentence } from './coverage.js';
import { commitmentPlaceLink, factItem } from './figures.js';
import { standingLine } from './status.js';

const WORDS = {
  own: {
    en: (area: string) => `An area of the State’s own, counted regionally under ${area}.`,
    es: (area: string) => `Área propia del Estado, que a nivel regional se cuenta en ${area}.`,
  },
  ownApart: {
    en: 'An area of the State’s own, shown apart regionally.',
    es: 'Área propia del Estado, que a nivel regional se muestra aparte.',
  },
  other: {
    en: 'Other progress in this area, outside of the commitments',
    es: 'Otros avances en esta área, fuera de los compromisos',
  },
  without: {
    en: 'Commitments without an update in this cycle',
    es: 'Compromisos sin actualización en este ciclo',
  },
};

/** A State's progress, one section an area: first what was reported, then other facts, then what has no update and why. */
export function areaSections(stateCode: string, material: Material): ReportSection[] {
  const { index } = material;
  const own = index.areas.filter((area) => area.stateCode === null || area.stateCode === stateCode);
  return own.flatMap((area) => areaSection(stateCode, area, material) ?? []);
}

function areaSection(stateCode: string, area: SnapshotArea, material: Material): ReportSection | null {
  const { index } = material;
  const words = material.words(WORDS);
  const commitments = index
    .commitmentsOf(stateCode)
    .filter((commitment) => index.areaOf(commitment) === area.id);
  const facts = index
    .freeFacts(stateCode)
    .filter((fact) => fact.areaKey === area.id && fact.section === null && fact.kind !== 'story');
  if (commitments.length === 0 && facts.length === 0) return null;
  const shown = commitments.filter((commitment) => hasSomethingToShow(commitment, material));
  const without = commitments.filter((commitment) => !index.update(commitment.id));
  const blocks: Block[] = [
    ...paragraph(coverageSentence(stateCode, area.id, material), 'lead'),
    ...(area.shared
      ? []
      : paragraph(
          area.mapsTo === null ? words.ownApart : words.own(material.areaName(area.mapsTo)),
          'small',
        )),
    ...shown.map((commitment) => commitmentBlock(commitment, material)),
    ...(facts.length === 0
      ? []
      : [
          ...(commitments.length > 0 ? paragraph([{ kind: 'strong', text: words.other }]) : []),
          { type: 'facts' as const, items: facts.map((fact) => factItem(fact, material)) },
        ]),
    ...(without.length === 0
      ? []
      : [...paragraph([{ kind: 'strong', text: words.without }]), ...list(withoutLines(without, material))]),
  ];
  return section(`chapter-${stateCode}-area-${area.id.replace(/^.*:/, '')}`, material.areaName(area.id), {
    blocks,
    areaKey: index.sharedKey(area.id),
  });
}

/** Commitments with the same explanation in one line: States often give one reason for many. */
export function withoutLines(commitments: readonly SnapshotCommitment[], material: Material): Line[] {
  const groups = new Map<string, { reason: Line; commitments: SnapshotCommitment[] }>();
  for (const commitment of commitments) {
    const reason = standingLine(commitment, material);
    const key = JSON.stringify(reason);
    const group = groups.get(key) ?? { reason, commitments: [] };
    group.commitments.push(commitment);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ reason, commitments: some }) => [
    ...some.flatMap(({ code }, i): Inline[] => [...(i === 0 ? [] : [', ']), commitmentPlaceLink(code)]),
    ' — ',
    ...reason,
  ]);
}
