import type { CheckedFigure, CheckedMaterial, CycleMaterial, FactRow, SubjectRow } from '#features/quality';
import { type AssessmentSeed, type FactSeed, readAssessments2024, readFacts2024 } from './demo/index.js';
import { readUnhcrMexico } from './reference/index.js';

/** Days of the demo's cycles, as the checks need them. */
const DAYS = {
  '2024-mid_year': { factsTo: '2024-06-30', reported: '2024-07-02' },
  '2024-annual': { factsTo: '2024-09-30', reported: '2024-09-30' },
} as const;

type SeedCycle = keyof typeof DAYS;

/** A cycle of 2024 as the demo reports it, without a database. */
export function demoCycle(cycle: SeedCycle): CycleMaterial {
  const facts = readFacts2024().facts.filter((fact) => fact.cycle === cycle);
  const updates = readAssessments2024().updates.filter((update) => update.cycle === cycle);
  return {
    cycleId: cycle,
    cycleKey: cycle,
    cycleState: 'in_review',
    factsTo: DAYS[cycle].factsTo,
    subjects: [
      ...updates.map((update) => updateOf(update, facts, cycle)),
      ...facts.filter(({ ownerCommitment }) => ownerCommitment === null).map((fact) => freeFact(fact, cycle)),
    ],
    earlier: cycle === '2024-annual' ? earlierThan(updates) : [],
    answers: [],
  };
}

const commitmentOf = ({ stateCode, number }: AssessmentSeed): string =>
  `${stateCode}-${String(number).padStart(2, '0')}`;

function updateOf(update: AssessmentSeed, facts: readonly FactSeed[], cycle: SeedCycle): SubjectRow {
  const { stateCode, number, ...texts } = update;
  return {
    ...BARE,
    ...texts,
    kind: 'update',
    id: commitmentOf(update),
    stateCode,
    commitmentId: commitmentOf(update),
    code: commitmentOf(update),
    submittedOn: DAYS[cycle].reported,
    facts: facts
      .filter((fact) => fact.stateCode === stateCode && fact.ownerCommitment === number)
      .map(factRow),
  };
}

const freeFact = (fact: FactSeed, cycle: SeedCycle): SubjectRow => ({
  ...BARE,
  kind: 'fact',
  id: fact.code,
  stateCode: fact.stateCode,
  commitmentId: null,
  code: fact.code,
  submittedOn: DAYS[cycle].reported,
  facts: [factRow(fact)],
});

function earlierThan(updates: readonly AssessmentSeed[]): CycleMaterial['earlier'] {
  const known = new Set(updates.map(commitmentOf));
  return demoCycle('2024-mid_year').subjects.flatMap(({ commitmentId, facts }) =>
    commitmentId !== null && known.has(commitmentId)
      ? [{ commitmentId, periodEnd: DAYS['2024-mid_year'].factsTo, facts }]
      : [],
  );
}

const factRow = ({ code, textEn, textEs, figures }: FactSeed): FactRow => ({
  id: code,
  code,
  textEn,
  textEs,
  figures: figures.map((figure, i) => ({ ...figure, id: `${code}/${i}` })),
});

const BARE = {
  reviewState: 'approved',
  narrativeEn: null,
  narrativeEs: null,
  challengesEn: null,
  challengesEs: null,
  nextStepsEn: null,
  nextStepsEs: null,
  supportNeededEn: null,
  supportNeededEs: null,
  focalPointIds: [],
  leadInstitutionIds: [],
} as const satisfies Partial<SubjectRow>;

/** The 36 rows of UNHCR Mexico 2024, each with baseline, target and actual, under the same checks. */
export function unhcrMaterials(): { key: string; material: CheckedMaterial }[] {
  return readUnhcrMexico().indicators.map((row) => {
    const roles = [
      ['baseline', row.baseline],
      ['target', row.target2024],
      ['observed', row.actual2024],
    ] as const;
    const figures = roles.flatMap(([role, value]): CheckedFigure[] =>
      value === null
        ? []
        : [
            {
              figureId: `${row.key}/${role}`,
              factId: row.key,
              factCode: row.key,
              statementEn: row.nameEn,
              statementEs: row.nameEs,
              direction: row.direction === 'lower_is_better' ? 'lower' : 'higher',
              periodEnd: '2024-12-31',
              value: value.value,
              valueState: value.valueState,
              valueType: row.valueType,
              qualifier: 'exact',
              basis: 'period',
              role,
              unitEn: row.unitEn,
              unitEs: row.unitEs,
              population: row.populationKey,
            },
          ],
    );
    return {
      key: row.key,
      material: {
        figures,
        texts: [],
        earlier: [],
        others: [],
        factsTo: '2024-12-31',
        writtenOn: '2025-03-01',
      },
    };
  });
}
