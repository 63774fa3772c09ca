import { type FieldProblem, halfKnownDay, noSource } from '#platform/http';
import type { DialogueBody, EventBody, PlatformBody } from './alliance.dto.js';
import type { CreateGoodPractice } from './good-practice.dto.js';

const problem = (field: string, en: string, es: string): FieldProblem => ({ field, detail: { en, es } });

/** Days, of the launch and of steps, come with how much of them is known. */
export const dialogueProblems = (body: DialogueBody): FieldProblem[] => [
  ...noSource(body.sources),
  ...halfKnownDay(body.launchedOn, body.launchedPrecision, 'launchedPrecision'),
  ...body.steps.flatMap(({ heldOn, heldPrecision }, i) =>
    halfKnownDay(heldOn, heldPrecision, `steps[${i}].heldPrecision`),
  ),
];

/** The day lies in the event's year; without a day only the year can be known. */
export function eventProblems(body: EventBody): FieldProblem[] {
  const problems = noSource(body.sources);
  if (!body.heldOn && body.heldPrecision !== 'year')
    problems.push(
      problem('heldOn', 'Without a day only the year is known.', 'Sin fecha solo se conoce el año.'),
    );
  if (body.heldOn && Number(body.heldOn.slice(0, 4)) !== body.year)
    problems.push(problem('heldOn', 'The day is not in that year.', 'La fecha no está en ese año.'));
  return problems;
}

/** Nobody leaves before they came, and every chair has a source. */
export function platformProblems(body: PlatformBody): FieldProblem[] {
  const periods = (rows: readonly { fromYear?: number | null; untilYear?: number | null }[], list: string) =>
    rows.flatMap(({ fromYear, untilYear }, i) =>
      fromYear && untilYear && untilYear < fromYear
        ? [
            problem(
              `${list}[${i}].untilYear`,
              'The end comes before the beginning.',
              'El final es anterior al comienzo.',
            ),
          ]
        : [],
    );
  return [
    ...noSource(body.sources),
    ...periods(body.members, 'members'),
    ...periods(body.chairs, 'chairs'),
    ...body.chairs.flatMap(({ sources }, i) => noSource(sources, `chairs[${i}].sources`)),
  ];
}

/** What the database knows of the things that a good practice names. */
export interface Known {
  areas: ReadonlySet<string>;
  states: ReadonlySet<string>;
  /** Codes of commitments of the practice's own State. */
  commitments: ReadonlySet<string>;
}

/** Its area, commitments and States exist; the others that adopted it are others, each once. */
export function practiceProblems(practice: CreateGoodPractice, known: Known): FieldProblem[] {
  const problems = noSource(practice.sources);
  if (!known.states.has(practice.stateCode))
    problems.push(problem('stateCode', 'There is no such State.', 'No existe ese Estado.'));
  if (!known.areas.has(practice.areaKey))
    problems.push(problem('areaKey', 'There is no such area.', 'No existe esa área.'));
  practice.commitments.forEach((code, i) => {
    if (!known.commitments.has(code))
      problems.push(
        problem(
          `commitments[${i}]`,
          `This State has no commitment ${code}.`,
          `Este Estado no tiene el compromiso ${code}.`,
        ),
      );
  });
  practice.adoptions.forEach(({ stateCode }, i) => {
    const field = `adoptions[${i}].stateCode`;
    if (!known.states.has(stateCode))
      problems.push(problem(field, 'There is no such State.', 'No existe ese Estado.'));
    else if (stateCode === practice.stateCode)
      problems.push(
        problem(field, 'A State does not adopt its own practice.', 'Un Estado no adopta su propia práctica.'),
      );
    else if (practice.adoptions.findIndex((each) => each.stateCode === stateCode) !== i)
      problems.push(problem(field, 'This State is named twice.', 'Este Estado aparece dos veces.'));
  });
  return problems;
}
