import { type Actor, type Bilingual, conflict, forbidden, invalid } from '#platform/http';
import type { Database } from '#platform/database';
import type { Topic } from '#platform/outbox';
import { type MoveDecision, statesBefore } from './progress.rules.js';
import type { ReviewState } from './progress.vocabulary.js';

/** One move of a reviewed row from state to state; `News` is what is told of it. */
export interface ReviewMove<News extends object> {
  action: 'submit' | 'returnForChanges' | 'approve';
  to: ReviewState;
  news: Topic<News>;
  reason?: string;
  /** Approved by somebody who took part in it, where the State allows that. */
  own?: boolean;
}

const MOVE_VERBS: Record<ReviewMove<object>['action'], string> = {
  submit: 'submit',
  returnForChanges: 'return',
  approve: 'approve',
};

/** What the audit calls a move, after the kind of thing that moved; that somebody decided about their own work stands in it. */
export const verbOf = ({ action, own }: Pick<ReviewMove<object>, 'action' | 'own'>): string =>
  `${MOVE_VERBS[action]}${own ? '_own' : ''}`;

/**
 * @param current what a conflict tells of the row as it is now @param whose says who may, where the rules' own words do not fit
 * @throws DomainError invalid, forbidden or conflict when the rules refuse the step
 */
export function assertAllowed(decision: MoveDecision, current: object, whose?: Bilingual): void {
  if (decision.ok) return;
  if (decision.code === 'invalid') throw invalid(decision.field ?? 'reason', decision.detail);
  if (decision.code === 'forbidden') throw forbidden(whose ?? decision.detail);
  throw conflict(decision.detail, { current });
}

/** Moves a row unless somebody else did in the meantime. Both tables of updates have the same columns of review. @throws DomainError conflict */
export async function moveReview(
  database: Database,
  table: 'updates' | 'team_updates',
  id: string,
  { action, to, reason }: Omit<ReviewMove<object>, 'news'>,
  by: { actor: Actor; at: Date },
): Promise<void> {
  const stamp =
    action === 'submit' ? 'submitted_at = $4, submitted_by = $5' : 'decided_at = $4, decided_by = $5';
  const moved = await database.execute(
    `UPDATE ${table} SET review_state = $3, ${stamp}, return_reason = $6, version = version + 1, updated_at = $4
      WHERE id = $1 AND review_state = ANY($2)`,
    [id, statesBefore(action), to, by.at, by.actor.userId, reason?.trim() ?? null],
    `${table}_${action}`,
  );
  if (moved === 0) throw conflict(FASTER);
}

const FASTER: Bilingual = {
  en: 'Somebody else moved this update a moment ago. Look at it again.',
  es: 'Otra persona movió esta actualización hace un momento. Vuelva a abrirla.',
};
