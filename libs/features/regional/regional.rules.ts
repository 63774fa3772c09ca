import { figureProblems } from '#features/progress';
import { type FieldProblem, halfKnownDay, noSource, unknownKey } from '#platform/http';
import type { AcronymInput } from './acronym.dto.js';
import type { ContextFigureBody, PublishedCountBody } from './regional-figures.dto.js';
import type { RegionalPlanBody } from './regional-plan.dto.js';
import type { AnnualMeetingBody, RegionalDocumentBody } from './regional-record.dto.js';
import { PLAN_PARTS } from './regional.vocabulary.js';

const problem = (field: string, en: string, es: string): FieldProblem => ({ field, detail: { en, es } });

/** Days of the meetings numbered just before and after (null: none, or no day is known), and whether the host is a State. */
export interface Neighbours {
  before: string | null;
  after: string | null;
  hostKnown: boolean;
}

/**
 * A meeting lies in its year, and between the one before it and the one after it. Where only the month or the year is known,
 * the same month or year as a neighbour's is no contradiction, since days are the first ones.
 */
export function meetingProblems(
  body: AnnualMeetingBody,
  { before, after, hostKnown }: Neighbours,
): FieldProblem[] {
  const { heldOn, heldPrecision } = body;
  const problems = [
    ...noSource(body.sources),
    ...(hostKnown ? [] : [unknownKey('hostState', body.hostState ?? '')]),
    ...halfKnownDay(heldOn, heldPrecision, 'heldPrecision'),
  ];
  if (!heldOn) return problems;
  const known = heldOn.slice(0, heldPrecision === 'year' ? 4 : heldPrecision === 'month' ? 7 : 10);
  if (Number(heldOn.slice(0, 4)) !== body.year)
    problems.push(problem('heldOn', `The day is not in ${body.year}.`, `La fecha no está en ${body.year}.`));
  else if (before !== null && known < before.slice(0, known.length))
    problems.push(
      problem(
        'heldOn',
        `The meeting before it was held on ${before}; this one cannot be earlier.`,
        `La reunión anterior fue el ${before}; esta no puede ser anterior.`,
      ),
    );
  else if (after !== null && known > after.slice(0, known.length))
    problems.push(
      problem(
        'heldOn',
        `The meeting after it was held on ${after}; this one cannot be later.`,
        `La reunión siguiente fue el ${after}; esta no puede ser posterior.`,
      ),
    );
  return problems;
}

/** A day comes with how much of it is known; the meeting that it names is there. */
export const documentProblems = (body: RegionalDocumentBody, meetingKnown: boolean): FieldProblem[] => [
  ...noSource(body.sources),
  ...halfKnownDay(body.adoptedOn, body.adoptedPrecision, 'adoptedPrecision'),
  ...(meetingKnown ? [] : [unknownKey('meeting', String(body.meeting))]),
];

/** What the database knows of the things that a plan names. */
export interface KnownToPlan {
  areas: ReadonlySet<string>;
  commitments: ReadonlySet<string>;
  documents: ReadonlySet<string>;
}

/** Everything that a plan names is there, and it has at least one focus area. */
export function planProblems(body: RegionalPlanBody, known: KnownToPlan): FieldProblem[] {
  const missing = (keys: readonly string[], there: ReadonlySet<string>, field: string) =>
    keys.flatMap((key, i) => (there.has(key) ? [] : [unknownKey(`${field}[${i}]`, key)]));
  return [
    ...noSource(body.sources),
    ...(body.focusAreas.length > 0
      ? []
      : [problem('focusAreas', 'Name at least one focus area.', 'Indique al menos un eje de trabajo.')]),
    ...PLAN_PARTS.flatMap((part) =>
      body[part].flatMap(({ areas, commitments }, i) => [
        ...missing(areas, known.areas, `${part}[${i}].areas`),
        ...missing(commitments, known.commitments, `${part}[${i}].commitments`),
      ]),
    ),
    ...missing(body.documents, known.documents, 'documents'),
  ];
}

/** The rules of every figure, and a source. */
export const contextFigureProblems = (body: ContextFigureBody): FieldProblem[] => [
  ...noSource(body.sources),
  ...figureProblems(body),
];

/** Areas that the product knows; labels need none. */
export const countProblems = (body: PublishedCountBody, areas: ReadonlySet<string>): FieldProblem[] => [
  ...noSource(body.sources),
  ...body.areaSplit.flatMap(({ areaKey }, i) =>
    areaKey === null || areas.has(areaKey) ? [] : [unknownKey(`areaSplit[${i}].areaKey`, areaKey)],
  ),
];

/** The place and the institution that an acronym names are there. */
export const acronymProblems = (
  { place, institution }: AcronymInput,
  known: { place: boolean; institution: boolean },
): FieldProblem[] => [
  ...(known.place ? [] : [unknownKey('place', place)]),
  ...(known.institution ? [] : [unknownKey('institution', institution ?? '')]),
];
