import type { Bilingual, FieldProblem } from '#platform/http';
import { roundedDecimal } from '#platform/decimal';
import { STAGE_LABELS } from './progress.labels.js';
import {
  ILLUSTRATIVE_FIELDS,
  isWordOf,
  type Outlook,
  type PercentSource,
  type Stage,
} from './progress.vocabulary.js';

/** What an update says, as far as the rules look at it. Percents are 0 to 100. */
export interface UpdateContent {
  stage: Stage | null;
  outlook: Outlook | null;
  percent: number | null;
  percentSource: PercentSource | null;
  noChange: boolean;
  narrativeEn: string | null;
  narrativeEs: string | null;
  illustrative: readonly string[];
}

/** What the rules must know about the commitment beside the update itself. */
export interface UpdateContext {
  /** The last approved update of an earlier cycle, if there is one. */
  earlier: Pick<UpdateContent, 'stage' | 'outlook' | 'percent'> | null;
  /** From `percentFromMilestones`; null when not every milestone has a percent, or there are none. */
  milestonePercent: number | string | null;
}

/** What no draft may hold, however unfinished it is. An empty list means that it can be saved. */
export function problemsBeforeSave(content: UpdateContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { percent } = content;
  if (percent !== null && !(percent >= 0 && percent <= 100)) {
    problems.push(
      problem('percent', 'The percent must be between 0 and 100.', 'El porcentaje debe estar entre 0 y 100.'),
    );
  } else if (percent !== null && Number(roundedDecimal(percent, 2)) !== percent) {
    problems.push(
      problem(
        'percent',
        'The percent takes at most two decimals.',
        'El porcentaje admite como máximo dos decimales.',
      ),
    );
  }
  const unknown = content.illustrative.filter((field) => !isWordOf(ILLUSTRATIVE_FIELDS, field));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    problems.push(
      problem(
        'illustrative',
        `These fields cannot be marked as illustrative: ${names}.`,
        `Estos campos no se pueden marcar como ilustrativos: ${names}.`,
      ),
    );
  }
  return problems;
}

/** Everything that keeps an update from being submitted, all at once. An empty list means that it can be. */
export function problemsBeforeSubmit(content: UpdateContent, context: UpdateContext): FieldProblem[] {
  return [
    ...problemsBeforeSave(content),
    ...missingParts(content),
    ...contradictions(content),
    ...milestoneProblems(content, context),
    ...noChangeProblems(content, context),
  ];
}

/**
 * A percent may stay open only where it says little (nothing started, still planning, given up) or where the author states
 * that progress was not assessed: an honest gap is better than an invented number.
 */
export const needsPercent = (stage: Stage, outlook: Outlook | null): boolean =>
  stage === 'fulfilled' || (stage === 'in_progress' && outlook !== 'not_assessed');

function missingParts({ stage, outlook, percent, ...content }: UpdateContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (stage === null)
    problems.push(
      problem('stage', 'Say at which stage the commitment is.', 'Indique en qué etapa está el compromiso.'),
    );
  if (outlook === null) {
    problems.push(
      problem(
        'outlook',
        'Say what the outlook is; “not assessed” is a possible answer.',
        'Indique la perspectiva; «sin valorar» es una respuesta posible.',
      ),
    );
  }
  if (stage !== null && stage !== 'fulfilled' && percent === null && needsPercent(stage, outlook)) {
    problems.push(
      problem(
        'percent',
        'Say how many percent are done, or choose the outlook “not assessed”.',
        'Indique qué porcentaje está hecho o elija la perspectiva «sin valorar».',
      ),
    );
  }
  if (percent !== null && content.percentSource === null) {
    problems.push(
      problem(
        'percentSource',
        'Say whether the percent was reported or computed from milestones.',
        'Indique si el porcentaje fue informado o calculado a partir de los hitos.',
      ),
    );
  }
  if (stage === 'discontinued' && !hasNarrative(content)) {
    problems.push(
      problem(
        'narrativeEn',
        'Explain, in English or in Spanish, why the commitment was discontinued.',
        'Explique, en inglés o en español, por qué se discontinuó el compromiso.',
      ),
    );
  }
  return problems;
}

function contradictions({ stage, outlook, percent }: UpdateContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (stage === 'fulfilled' && percent !== 100) {
    problems.push(
      problem(
        'percent',
        'A fulfilled commitment is at 100 percent.',
        'Un compromiso cumplido está al 100 por ciento.',
      ),
    );
  }
  if (stage === 'not_started' && percent !== null && percent !== 0) {
    problems.push(
      problem(
        'percent',
        'What has not started is at 0 percent, or has none.',
        'Lo que no se ha iniciado está al 0 por ciento o no tiene porcentaje.',
      ),
    );
  }
  if (stage === 'planning' && percent === 100) {
    problems.push(
      problem(
        'percent',
        'What is being planned cannot be at 100 percent.',
        'Lo que está en planificación no puede estar al 100 por ciento.',
      ),
    );
  }
  const excluded = stage === null ? undefined : EXCLUDED_OUTLOOKS[stage];
  if (stage !== null && outlook !== null && excluded?.includes(outlook)) {
    const label = STAGE_LABELS[stage];
    problems.push(
      problem(
        'outlook',
        `This outlook contradicts the stage “${label.en}”.`,
        `Esta perspectiva contradice la etapa «${label.es}».`,
      ),
    );
  }
  return problems;
}

const EXCLUDED_OUTLOOKS: Partial<Record<Stage, readonly Outlook[]>> = {
  fulfilled: ['at_risk', 'off_track'],
  discontinued: ['on_track'],
};

function milestoneProblems(
  { percent, percentSource }: UpdateContent,
  { milestonePercent }: UpdateContext,
): FieldProblem[] {
  if (percentSource !== 'milestones') return [];
  if (milestonePercent === null) {
    return [
      problem(
        'percentSource',
        'The percent can be computed only when every milestone has one.',
        'El porcentaje solo se puede calcular cuando todos los hitos tienen el suyo.',
      ),
    ];
  }
  const computed = roundedDecimal(milestonePercent, 2);
  if (percent !== null && Number.isFinite(percent) && roundedDecimal(percent, 2) === computed) return [];
  return [
    problem('percent', `The milestones give ${computed} percent.`, `Los hitos dan ${computed} por ciento.`),
  ];
}

function noChangeProblems(content: UpdateContent, { earlier }: UpdateContext): FieldProblem[] {
  if (!content.noChange) return [];
  if (earlier === null) {
    return [
      problem(
        'noChange',
        'There is no earlier update that could have stayed the same.',
        'No hay una actualización anterior que pudiera mantenerse igual.',
      ),
    ];
  }
  return (['stage', 'outlook', 'percent'] as const)
    .filter((field) => content[field] !== earlier[field])
    .map((field) =>
      problem(
        field,
        'This differs from the earlier update: take off “no change” or put the earlier value back.',
        'Esto difiere de la actualización anterior: quite «sin cambios» o restituya el valor anterior.',
      ),
    );
}

const hasNarrative = (content: Pick<UpdateContent, 'narrativeEn' | 'narrativeEs'>): boolean =>
  Boolean(content.narrativeEn?.trim() || content.narrativeEs?.trim());

const problem = (field: string, en: string, es: string): { field: string; detail: Bilingual } => ({
  field,
  detail: { en, es },
});
