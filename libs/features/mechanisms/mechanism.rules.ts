import { type FieldProblem, noSource } from '#platform/http';
import type { MechanismBody } from './mechanism.dto.js';

/** What the fields themselves cannot tell: sources, sessions that agreements name, known institutions and commitments. */
export function mechanismProblems(
  body: MechanismBody,
  known: { institutions: ReadonlySet<string>; commitments: ReadonlySet<string> },
): FieldProblem[] {
  const problems = noSource(body.sources);
  const say = (field: string, en: string, es: string) => problems.push({ field, detail: { en, es } });
  body.members.forEach((key, i) => {
    if (!known.institutions.has(key))
      say(`members[${i}]`, `There is no institution ${key}.`, `No existe la institución ${key}.`);
  });
  (['sessions', 'agreements'] as const).forEach((part) =>
    body[part].forEach(({ commitments }, i) =>
      commitments.forEach((code, j) => {
        if (!known.commitments.has(code))
          say(
            `${part}[${i}].commitments[${j}]`,
            `This State has no commitment ${code}.`,
            `Este Estado no tiene el compromiso ${code}.`,
          );
      }),
    ),
  );
  body.agreements.forEach(({ session }, i) => {
    if (session != null && session > body.sessions.length)
      say(
        `agreements[${i}].session`,
        `There are ${body.sessions.length} sessions.`,
        `Hay ${body.sessions.length} sesiones.`,
      );
  });
  return problems;
}
