import { CYCLE, type CycleState, type SubmissionState } from '#features/cycles';
import { type Bilingual, conflict, forbidden, notFound } from '#platform/http';
import { lockedBecause } from './lock.texts.js';

export const COMMITMENT: Bilingual = { en: 'commitment', es: 'el compromiso' };

/** A commitment in a cycle, as far as it decides whether somebody may write about it. */
export interface WritingPlace {
  cycleId: string | null;
  cycleState: CycleState;
  submissionState: SubmissionState | null;
  /** The commitment's version in the plan in force; null when it is not in it. */
  commitmentVersionId: string | null;
  /** Whether the actor may write about the commitment at all. */
  permitted: boolean;
  open: boolean;
}

/** @throws DomainError not_found, forbidden, conflict */
export function refuseToWrite<P extends WritingPlace>(place: P | undefined): P & { cycleId: string } {
  if (!place) throw notFound(COMMITMENT);
  const { cycleId } = place;
  if (!place.permitted) throw forbidden(NOT_YOURS);
  if (!cycleId) throw notFound(CYCLE);
  if (!place.commitmentVersionId) throw conflict(NOT_IN_PLAN);
  if (!place.open) throw conflict(lockedBecause(place.cycleState, place.submissionState));
  return { ...place, cycleId };
}

const NOT_YOURS: Bilingual = {
  en: 'Only a focal point of the commitment or the national coordination may write its update.',
  es: 'Solo un punto focal del compromiso o la coordinación nacional puede redactar su actualización.',
};

const NOT_IN_PLAN: Bilingual = {
  en: 'The commitment is not in the State’s plan in force.',
  es: 'El compromiso no está en el plan vigente del Estado.',
};
