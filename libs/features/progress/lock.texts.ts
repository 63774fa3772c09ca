import { type CycleState, SUBMISSION_STATE_LABELS, type SubmissionState } from '#features/cycles';
import type { Bilingual } from '#platform/http';

/** Why nothing can be written: the cycle, or the State's part in it. */
export function lockedBecause(cycle: CycleState, submission: SubmissionState | null): Bilingual {
  if (cycle === 'planned') return { en: 'The cycle is not open yet.', es: 'El ciclo aún no está abierto.' };
  if (cycle === 'endorsed' || cycle === 'published')
    return {
      en: 'The region has endorsed this cycle. A single commitment can be reopened by exception.',
      es: 'La región ya refrendó este ciclo. Un compromiso puede reabrirse por excepción.',
    };
  const label = SUBMISSION_STATE_LABELS[submission ?? 'open'];
  return {
    en: `The State’s contribution is “${label.en}”, so its commitments are locked in this cycle.`,
    es: `El aporte del Estado está «${label.es}», por lo que sus compromisos están bloqueados en este ciclo.`,
  };
}
