import type { Bilingual, FieldProblem } from '#platform/http';
import { isDay } from '#platform/calendar';
import type { CommitmentContent } from './plan.content.js';

/** What commitments of one State may refer to. */
export interface Known {
  areas: ReadonlySet<string>;
  institutions: ReadonlySet<string>;
  /** Codes of the State's commitments, present and past. */
  codes: ReadonlySet<string>;
}

/** `MX-01`; two digits at least. */
export const codeOf = (stateCode: string, ordinal: number): string =>
  `${stateCode}-${String(ordinal).padStart(2, '0')}`;

/** The ordinal in a code: 1 for `MX-01`. */
export const ordinalOf = (code: string): number => Number(code.slice(3));

/** Everything in the commitments that cannot be taken, each with its path such as `commitments[3].areaKey`. */
export function problemsOfCommitments(
  commitments: readonly CommitmentContent[],
  known: Known,
): FieldProblem[] {
  const problems = commitments.flatMap((commitment, index) =>
    problemsOfCommitment(commitment, known, `commitments[${index}].`),
  );
  const codes = commitments.map((commitment) => commitment.code);
  codes.forEach((code, index) => {
    if (code && codes.indexOf(code) < index)
      problems.push({ field: `commitments[${index}].code`, detail: TWICE });
  });
  return problems;
}

/** The same for one commitment; `path` stands before each field. */
export function problemsOfCommitment(content: CommitmentContent, known: Known, path = ''): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, detail: Bilingual) => problems.push({ field: `${path}${field}`, detail });

  if (content.code && !known.codes.has(content.code)) refuse('code', NO_SUCH_CODE);
  if (!content.titleEn) refuse('titleEn', REQUIRED);
  if (!content.titleEs) refuse('titleEs', REQUIRED);
  if (!known.areas.has(content.areaKey)) refuse('areaKey', NO_SUCH_AREA);
  if (content.weight !== undefined && content.weight !== null && !storableWeight(content.weight))
    refuse('weight', WEIGHT);
  for (const field of ['startsOn', 'dueOn'] as const)
    if (content[field] && !isDay(content[field])) refuse(field, NO_SUCH_DAY);
  if (content.continuous && content.dueOn) refuse('dueOn', CONTINUOUS_AND_DUE);
  if (content.startsOn && content.dueOn && content.dueOn < content.startsOn)
    refuse('dueOn', DUE_BEFORE_START);

  const seen = new Set<string>();
  (content.institutions ?? []).forEach(({ key, role }, index) => {
    if (!known.institutions.has(key)) refuse(`institutions[${index}].key`, NO_SUCH_INSTITUTION);
    if (seen.has(`${role} ${key}`)) refuse(`institutions[${index}].key`, TWICE);
    seen.add(`${role} ${key}`);
  });
  (content.milestones ?? []).forEach(({ weight, dueOn }, index) => {
    if (weight !== undefined && weight !== null && !storableWeight(weight))
      refuse(`milestones[${index}].weight`, WEIGHT);
    if (dueOn && !isDay(dueOn)) refuse(`milestones[${index}].dueOn`, NO_SUCH_DAY);
  });
  return problems;
}

/** Why a plan with these weights cannot be adopted; undefined when it can. Null in all: equal; in some only: unclear. */
export function refusalToAdopt(weights: readonly (number | null)[]): Bilingual | undefined {
  if (weights.length === 0)
    return { en: 'The plan has no commitments yet.', es: 'El plan aún no tiene compromisos.' };
  const weighted = weights.filter((weight) => weight !== null).length;
  if (weighted > 0 && weighted < weights.length)
    return {
      en: `${weighted} of ${weights.length} commitments have a weight. Give all of them one, or none.`,
      es: `${weighted} de ${weights.length} compromisos tienen ponderación. Asígnela a todos o a ninguno.`,
    };
  return undefined;
}

/** Three decimals are kept. */
const storableWeight = (weight: number): boolean =>
  weight > 0 && weight < 1_000_000 && Math.abs(weight * 1000 - Math.round(weight * 1000)) < 1e-6;

const REQUIRED: Bilingual = { en: 'is required', es: 'es obligatorio' };
const TWICE: Bilingual = { en: 'is there twice; leave one out', es: 'aparece dos veces; quite una' };
const NO_SUCH_CODE: Bilingual = {
  en: 'is no commitment of this State; leave it out for a new one',
  es: 'no es un compromiso de este Estado; omítalo si es nuevo',
};
const NO_SUCH_AREA: Bilingual = {
  en: 'must be a shared area or one of this State’s own',
  es: 'debe ser un área compartida o propia de este Estado',
};
const NO_SUCH_INSTITUTION: Bilingual = {
  en: 'must be the key of an institution of this State or of the region',
  es: 'debe ser la clave de una institución de este Estado o de la región',
};
const WEIGHT: Bilingual = {
  en: 'must be more than 0, with at most three decimals',
  es: 'debe ser mayor que 0, con tres decimales como máximo',
};
const NO_SUCH_DAY: Bilingual = { en: 'is not a day of the calendar', es: 'no es un día del calendario' };
const CONTINUOUS_AND_DUE: Bilingual = {
  en: 'must be empty for a continuous commitment',
  es: 'debe quedar vacío en un compromiso continuo',
};
const DUE_BEFORE_START: Bilingual = { en: 'lies before the start', es: 'es anterior al inicio' };
