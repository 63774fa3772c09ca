import type { Block, ReportSection } from '../report.document.js';
import type { SnapshotState } from '../report.index.js';
import { list, type Material, paragraph, type Part, section } from '../report.material.js';
import { commitmentBlock, hasSomethingToShow } from './commitment.js';
import { coverageSentence } from './coverage.js';
import { outlooksChart, stagesChart } from './cycle-charts.js';
import { factItem } from './figures.js';
import { withoutLines } from './chapter-areas.js';
import { matrix, overview, stateGroups } from './results.js';
import { atRiskTable, changes } from './results-over-time.js';

const WORDS = {
  state: { en: 'State', es: 'Estado' },
  stages: { en: 'Commitments by stage and State', es: 'Compromisos por etapa y Estado' },
  outlooks: {
    en: 'Reported commitments by outlook and State',
    es: 'Compromisos informados por perspectiva y Estado',
  },
  support: { en: 'Support that States ask for', es: 'Apoyo que piden los Estados' },
  noRisk: {
    en: 'No reported commitment is at risk or off track.',
    es: 'Ningún compromiso informado está en riesgo o con retraso.',
  },
  other: { en: 'Other facts of the period', es: 'Otros hechos del período' },
  without: {
    en: 'Commitments without an update in this cycle',
    es: 'Compromisos sin actualización en este ciclo',
  },
};

/** Coverage, stages and outlooks at half of the year. */
export const atAGlance: Part = {
  id: 'results',
  title: { en: 'The region at a glance', es: 'La región de un vistazo' },
  compose: (material) => {
    const region = material.index.cell('region');
    if (!region || region.commitments === 0) return null;
    const words = material.words(WORDS);
    return {
      blocks: [
        ...overview(region, material),
        matrix(material),
        stagesChart('stages-by-state', words.stages, stateGroups(material), words.state, material),
        outlooksChart('outlooks-by-state', words.outlooks, stateGroups(material), words.state, material),
      ],
    };
  },
};

/** What moved since the last cycles, and what each State reports. */
export const whatChanged: Part = {
  id: 'changed',
  title: { en: 'What changed', es: 'Qué cambió' },
  compose: (material) => {
    const states = material.index.states.flatMap((state) => stateSection(state, material) ?? []);
    return states.length === 0 ? null : { sections: [changes(material), ...states] };
  },
};

/** What needs attention before the annual cycle. */
export const atRisk: Part = {
  id: 'at-risk',
  title: { en: 'What is at risk', es: 'Qué está en riesgo' },
  compose: (material) => {
    const words = material.words(WORDS);
    const risk = atRiskTable('at-risk-table', material);
    const support = supportAsked(material);
    const reported = material.index.commitments.some(({ id }) => material.index.standing(id) === 'reported');
    if (!reported) return null;
    return {
      blocks: risk ? [risk] : paragraph(words.noRisk),
      sections: support.length === 0 ? [] : [section('at-risk-support', words.support, { blocks: support })],
    };
  },
};

function supportAsked(material: Material): Block[] {
  const { index } = material;
  return list(
    index.commitments.flatMap((commitment) => {
      const update = index.update(commitment.id);
      const support = update && material.prose('', update.supportNeededEn, update.supportNeededEs);
      if (!support) return [];
      return [
        [
          { kind: 'place', text: commitment.code, to: `commitment-${commitment.code}` } as const,
          ': ',
          { kind: 'prose', markdown: support.markdown, lang: support.lang } as const,
        ],
      ];
    }),
  );
}

function stateSection(state: SnapshotState, material: Material): ReportSection | null {
  const { index } = material;
  const words = material.words(WORDS);
  const commitments = index.commitmentsOf(state.id);
  const shown = commitments.filter((commitment) => hasSomethingToShow(commitment, material));
  const told = new Set(shown.flatMap(({ id }) => index.factsOf(id).filter(({ kind }) => kind !== 'story')));
  const others = index.facts.filter((fact) => fact.stateCode === state.id && !told.has(fact));
  const without = commitments.filter(({ id }) => !index.update(id));
  if (commitments.length === 0 && others.length === 0) return null;
  const heading = (text: string): Block[] => paragraph([{ kind: 'strong', text }]);
  return section(`chapter-${state.id}`, material.stateName(state.id), {
    blocks: [
      ...paragraph(coverageSentence(state.id, '', material), 'lead'),
      ...shown.map((commitment) => commitmentBlock(commitment, material)),
      ...(others.length === 0
        ? []
        : [
            ...heading(words.other),
            { type: 'facts' as const, items: others.map((fact) => factItem(fact, material)) },
          ]),
      ...(without.length === 0 ? [] : [...heading(words.without), ...list(withoutLines(without, material))]),
    ],
  });
}
