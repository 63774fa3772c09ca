import { type FieldProblem, halfKnownDay, noSource, unknownKey } from '#platform/http';
import type { PresidencyBody } from './state.dto.js';

/** Another term: its first day, and the first day of whoever follows (null: nobody knows). */
export interface OtherTerm {
  year: number;
  startsOn: string;
  endsOn: string | null;
}

/** A term ends after it begins, and no two overlap: the day of the handover belongs to whoever takes over. */
export function presidencyProblems(
  body: PresidencyBody,
  others: readonly OtherTerm[],
  stateKnown: boolean,
): FieldProblem[] {
  const { startsOn, endsOn = null, endsPrecision } = body;
  const problems = [
    ...noSource(body.sources),
    ...(stateKnown ? [] : [unknownKey('stateCode', body.stateCode)]),
    ...halfKnownDay(endsOn, endsPrecision, 'endsPrecision'),
  ];
  if (endsOn !== null && endsOn <= startsOn)
    return [
      ...problems,
      {
        field: 'endsOn',
        detail: {
          en: 'must be after the first day; it is the first day of whoever follows',
          es: 'debe ser posterior al primer día; es el primer día de quien sigue',
        },
      },
    ];
  const overlaps = others.filter(
    (other) =>
      (endsOn === null || other.startsOn < endsOn) && (other.endsOn === null || startsOn < other.endsOn),
  );
  return [
    ...problems,
    ...overlaps.map((other) => ({
      // Whoever begins later begins too early, or whoever begins earlier ends too late.
      field: other.startsOn <= startsOn ? 'startsOn' : 'endsOn',
      detail: {
        en: `overlaps the Presidency of ${other.year} (${other.startsOn} to ${other.endsOn ?? 'no known end'}); change that one first`,
        es: `se superpone con la Presidencia de ${other.year} (${other.startsOn} a ${other.endsOn ?? 'sin fin conocido'}); cambie primero esa`,
      },
    })),
  ];
}
