import type { FigureDto, IllustrativeField, PercentSource } from '#features/progress';
import type { ContentIndex } from '#features/reports';
import type {
  RollupCell,
  SnapshotCommitment,
  SnapshotFact,
  SnapshotFigure,
  SnapshotUpdate,
} from '#features/rollups';
import type { OpenEdition } from './published-editions.service.js';
import type {
  PublicCommitmentDto,
  PublicFactDto,
  PublicRegionDto,
  PublicStateDto,
  PublicUpdateDto,
} from './site.dto.js';

/** The region's numbers as they were frozen. */
export const regionView = ({ edition, index }: OpenEdition): PublicRegionDto => ({
  edition,
  cells: index.content.cells.map(cellView),
});

/** One State as it was frozen; undefined when it is none of the region's. */
export function stateView({ edition, index }: OpenEdition, code: string): PublicStateDto | undefined {
  const state = index.state(code);
  if (!state) return undefined;
  const plan = index.plan(code);
  return {
    edition,
    code,
    nameEn: state.nameEn,
    nameEs: state.nameEs,
    mechanismEn: state.mechanismEn,
    mechanismEs: state.mechanismEs,
    plan: plan
      ? {
          titleEn: plan.titleEn,
          titleEs: plan.titleEs,
          basis: plan.basis,
          noteEn: plan.noteEn,
          noteEs: plan.noteEs,
          publishedCommitments: plan.publishedCommitments,
        }
      : null,
    cells: index.content.cells.filter((cell) => cell.stateCode === code).map(cellView),
    commitments: index.commitmentsOf(code).map((commitment) => commitmentView(commitment, index)),
    facts: index.freeFacts(code).map((fact) => factView(fact, index)),
  };
}

/** Without the ids of the updates behind it, which the public cannot open. */
const cellView = (cell: RollupCell): PublicRegionDto['cells'][number] => without(cell, ['updateIds']);

function commitmentView(commitment: SnapshotCommitment, index: ContentIndex): PublicCommitmentDto {
  const { id, code, number, titleEn, titleEs, summaryEn, summaryEs, institutions } = commitment;
  const update = index.update(id);
  const explanation = index.explanation(id);
  return {
    ...{ id, code, number, titleEn, titleEs, summaryEn, summaryEs, institutions },
    areaKey: index.areaOf(commitment),
    standing: index.standing(id),
    explanationEn: explanation?.textEn ?? null,
    explanationEs: explanation?.textEs ?? null,
    update: update ? updateView(update) : null,
    facts: index.factsOf(id).map((fact) => factView(fact, index)),
  };
}

/** An update without its people, its ids and its history. */
const updateView = (update: SnapshotUpdate): PublicUpdateDto => ({
  stage: update.stage,
  outlook: update.outlook,
  percent: numberOf(update.percent),
  percentSource: update.percentSource as PercentSource | null,
  illustrative: update.illustrative as IllustrativeField[],
  noChange: update.noChange,
  narrativeEn: update.narrativeEn,
  narrativeEs: update.narrativeEs,
  challengesEn: update.challengesEn,
  challengesEs: update.challengesEs,
  nextStepsEn: update.nextStepsEn,
  nextStepsEs: update.nextStepsEs,
  supportNeededEn: update.supportNeededEn,
  supportNeededEs: update.supportNeededEs,
  evidence: update.evidence as PublicUpdateDto['evidence'],
});

function factView(fact: SnapshotFact, index: ContentIndex): PublicFactDto {
  const { code, kind, textEn, textEs, institutions, source, noteEn, noteEs, areaKey, section } = fact;
  return {
    ...{ code, kind, textEn, textEs, institutions, source, noteEn, noteEs, areaKey, section },
    ofMidYear: index.isOfMidYear(fact),
    figures: index.figuresOf(fact.id).map(figureView),
  };
}

/** Numbers as JSON numbers, as everywhere in this API; the ids stay behind. */
const figureView = (figure: SnapshotFigure): FigureDto => ({
  ...(without(figure, ['id', 'factId', 'position']) as object as Omit<FigureDto, 'value'>),
  value: numberOf(figure.value),
  numerator: numberOf(figure.numerator),
  denominator: numberOf(figure.denominator),
});

function without<T extends object, K extends keyof T & string>(of: T, names: readonly K[]): Omit<T, K> {
  const left = Object.entries(of).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(left) as Omit<T, K>;
}

const numberOf = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));
