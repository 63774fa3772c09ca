import { type Finding, findingsIn } from './checks.js';
import type { CheckedFigure, CheckedMaterial, CheckedText } from './finding.content.js';
import type { AnswerRow, CycleMaterial, FactRow, SubjectRow } from './findings.queries.js';

/** A finding with what it belongs to and what was answered. */
export interface PlacedFinding extends Finding {
  subject: SubjectRow;
  answer: AnswerRow | null;
}

/** Everything found in a cycle, by State and subject. @param today stands for the day of handing in while something is written */
export function findingsOf(material: CycleMaterial, today: string): PlacedFinding[] {
  const byState = Map.groupBy(material.subjects, ({ stateCode }) => stateCode);
  const answers = new Map(
    material.answers.map((answer) => [`${answer.stateCode}/${answer.fingerprint}`, answer]),
  );
  return [...byState.values()].flatMap((subjects) =>
    subjects.flatMap((subject) =>
      findingsIn(
        materialOf(subject, subjects, material, today),
        `${material.cycleKey}/${subject.commitmentId ?? subject.code ?? subject.id}`,
      ).map((finding) => ({
        ...finding,
        subject,
        answer: answers.get(`${subject.stateCode}/${finding.fingerprint}`) ?? null,
      })),
    ),
  );
}

/** Answers “corrected” whose finding is gone: what was put right, for the record. */
export function correctionsIn(material: CycleMaterial, findings: readonly PlacedFinding[]): AnswerRow[] {
  const standing = new Set(findings.map(({ subject, fingerprint }) => `${subject.stateCode}/${fingerprint}`));
  return material.answers.filter(
    ({ answer, stateCode, fingerprint }) =>
      answer === 'corrected' && !standing.has(`${stateCode}/${fingerprint}`),
  );
}

function materialOf(
  subject: SubjectRow,
  ofState: readonly SubjectRow[],
  { earlier, factsTo }: CycleMaterial,
  today: string,
): CheckedMaterial {
  return {
    figures: subject.facts.flatMap((fact) => figuresOf(fact, factsTo)),
    texts: textsOf(subject),
    earlier: earlier
      .filter(({ commitmentId }) => commitmentId === subject.commitmentId)
      .flatMap(({ facts, periodEnd }) => facts.flatMap((fact) => figuresOf(fact, periodEnd))),
    others: ofState
      .filter((other) => other !== subject)
      .flatMap(({ facts }) => facts.flatMap((fact) => figuresOf(fact, factsTo))),
    factsTo,
    writtenOn: subject.submittedOn ?? today,
  };
}

const figuresOf = (fact: FactRow, periodEnd: string): CheckedFigure[] =>
  fact.figures.map(({ id, ...figure }) => ({
    ...figure,
    figureId: id,
    factId: fact.id,
    factCode: fact.code,
    statementEn: fact.textEn,
    statementEs: fact.textEs,
    periodEnd,
  }));

const textsOf = (subject: SubjectRow): CheckedText[] => [
  ...(['narrative', 'challenges', 'nextSteps', 'supportNeeded'] as const).map((field) => ({
    field,
    factId: null,
    en: subject[`${field}En`] ?? null,
    es: subject[`${field}Es`] ?? null,
  })),
  ...subject.facts.map(({ id, textEn, textEs }) => ({
    field: 'text' as const,
    factId: id,
    en: textEn,
    es: textEs,
  })),
];
