import type { Bilingual, FieldProblem } from '#platform/http';
import type { Desk, SectionState } from './edition.vocabulary.js';
import { languageState, type SectionTexts } from './text.checks.js';

/** The state of a section once these texts stand in it; who takes everything out begins again. */
export function stateAfterWriting(state: SectionState, texts: SectionTexts): SectionState {
  if (languageState(texts) === 'none') return 'missing';
  return state === 'missing' ? 'draft' : state;
}

const NOTHING: Bilingual = {
  en: 'Nothing is written here yet.',
  es: 'Aquí aún no hay nada escrito.',
};
const ALREADY: Bilingual = { en: 'It is so already.', es: 'Ya está así.' };

/** States that only who prepares the edition sets, and ends other than by what was asked for. */
const OF_WHO_PREPARES: readonly SectionState[] = ['final', 'returned'];

/**
 * Why a section may not take a state; null when it may. Whoever answers for it hands it in and takes it back; only who
 * prepares the edition gives it back with a note, says that it is final, and opens it again.
 */
export function mayMoveTo(
  from: SectionState,
  to: Exclude<SectionState, 'missing'>,
  prepares: boolean,
): Bilingual | 'forbidden' | null {
  if (from === 'missing') return NOTHING;
  if (from === to) return ALREADY;
  const handsInAgain = from === 'returned' && to === 'in_review';
  return OF_WHO_PREPARES.some((state) => state === from || state === to) && !handsInAgain && !prepares
    ? 'forbidden'
    : null;
}

/** What is wrong with an owner: a State or team that nobody knows. */
export function ownerProblems(desk: Desk, stateKnown: boolean, teamKnown: boolean): FieldProblem[] {
  if (desk === 'state' && !stateKnown)
    return [
      { field: 'stateCode', detail: { en: 'Name one of the States.', es: 'Indique uno de los Estados.' } },
    ];
  if (desk === 'team' && !teamKnown)
    return [
      { field: 'teamKey', detail: { en: 'Name one of the teams.', es: 'Indique uno de los equipos.' } },
    ];
  return [];
}
