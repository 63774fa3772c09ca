import { STAGE_LABELS } from '#features/progress';
import type { Block, Inline, Line, ReportSection } from '../report.document.js';
import type { SnapshotState } from '../report.index.js';
import { list, type Material, paragraph, type Part, section } from '../report.material.js';
import { withoutLines } from './chapter-areas.js';
import { commitmentBlock, hasSomethingToShow } from './commitment.js';
import { coverageSentence } from './coverage.js';
import { factItem } from './figures.js';
import { atRiskOf, dueUntilYearsEnd, stageMoves } from './mid-year.rules.js';
import { MID_YEAR_WORDS, nothing, riskLine } from './mid-year.words.js';

const WORDS = {
  ...MID_YEAR_WORDS,
  moved: {
    en: 'To another stage since the last annual cycle',
    es: 'Cambios de etapa desde el último ciclo anual',
  },
  told: { en: 'What was reported', es: 'Lo que se informó' },
  other: { en: 'Other facts of the period', es: 'Otros hechos del período' },
  withoutUpdate: {
    en: 'Commitments without an update in this cycle',
    es: 'Compromisos sin actualización en este ciclo',
  },
  nothingAtAll: {
    en: 'The snapshot holds no commitment and no fact of this State.',
    es: 'La instantánea no contiene ningún compromiso ni hecho de este Estado.',
  },
};

/** What changed, is at risk and is due in each State, then what it reported. */
export const stateByState: Part = {
  id: 'states',
  title: { en: 'State by State', es: 'Estado por Estado' },
  compose: (material) => {
    const sections = material.index.states.flatMap((state) => stateSection(state, material) ?? []);
    return sections.length === 0 ? null : { sections };
  },
};

function stateSection(state: SnapshotState, material: Material): ReportSection | null {
  const { index } = material;
  const words = material.words(WORDS);
  const commitments = index.commitmentsOf(state.id);
  const shown = commitments.filter((commitment) => hasSomethingToShow(commitment, material));
  const told = new Set(shown.flatMap(({ id }) => index.factsOf(id).filter(({ kind }) => kind !== 'story')));
  const others = index.facts.filter((fact) => fact.stateCode === state.id && !told.has(fact));
  const without = commitments.filter(({ id }) => !index.update(id));
  if (commitments.length === 0 && others.length === 0 && material.edition !== null) return null;
  const blocks =
    commitments.length === 0 && others.length === 0
      ? nothing(words.nothingAtAll, material)
      : [
          ...paragraph(coverageSentence(state.id, '', material), 'lead'),
          ...(commitments.length === 0 ? [] : standing(state, material)),
          ...titled(words.withoutUpdate, list(withoutLines(without, material))),
          ...titled(
            words.told,
            shown.map((commitment) => commitmentBlock(commitment, material)),
          ),
          ...titled(
            words.other,
            others.length === 0
              ? []
              : [{ type: 'facts' as const, items: others.map((fact) => factItem(fact, material)) }],
          ),
        ];
  return section(`chapter-${state.id}`, material.stateName(state.id), { blocks });
}

/** What changed, what is at risk, what is due. Where only this State has nothing of it, a draft says so. */
function standing(state: SnapshotState, material: Material): Block[] {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const own = <T extends { commitment: { stateCode: string } }>(some: readonly T[]): T[] =>
    some.filter(({ commitment }) => commitment.stateCode === state.id);
  const named = ({ code, titleEn, titleEs }: (typeof index.commitments)[number]): Line => [
    { kind: 'place', text: code, to: `status-${code}` },
    ' ',
    material.said(titleEn, titleEs) ?? '',
  ];
  const [moves, risks, due] = [stageMoves(index), atRiskOf(index), dueUntilYearsEnd(index)];
  const moved = own(moves).map(({ commitment, from, to }): Line => [
    ...named(commitment),
    `: ${material.label(STAGE_LABELS[from])} → ${material.label(STAGE_LABELS[to])}`,
  ]);
  const risky = own(risks).map(({ commitment, reasons }): Line => [
    ...named(commitment),
    ': ',
    ...riskLine(commitment, reasons, material),
  ]);
  const falling = own(due).map(({ commitment, milestone, dueOn }): Line => {
    const step: Inline | null = milestone && material.said(milestone.titleEn, milestone.titleEs);
    return [
      ...named(commitment),
      ': ',
      ...(step === null ? [words.target(formats.day(dueOn))] : [step, ` (${formats.day(dueOn)})`]),
    ];
  });
  const { factsTo, year } = index.content.cycle;
  const none = words.noDue(formats.day(factsTo), formats.day(`${year}-12-31`));
  return [
    ...(moves.length === 0 ? [] : orNothing(words.moved, moved, words.noMoves, material)),
    ...(risks.length === 0 ? [] : orNothing(words.atRisk, risky, words.noRisk, material)),
    ...(due.length === 0 ? [] : orNothing(words.due, falling, none, material)),
  ];
}

const orNothing = (title: string, lines: readonly Line[], none: string, material: Material): Block[] =>
  lines.length === 0 ? nothing(none, material) : titled(title, list(lines));

const titled = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [...paragraph([{ kind: 'strong', text: title }]), ...blocks];
