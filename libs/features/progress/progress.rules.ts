import type { Bilingual } from '#platform/http';
import { REVIEW_STATE_LABELS } from './progress.labels.js';
import type { ReviewState } from './progress.vocabulary.js';

/** The verbs of the update loop: draft -> submitted -> returned | approved -> published, corrected by a new revision. */
export const UPDATE_ACTIONS = [
  'save',
  'submit',
  'returnForChanges',
  'approve',
  'publish',
  'startRevision',
] as const;
export type UpdateAction = (typeof UPDATE_ACTIONS)[number];

/** In what capacity somebody acts on an update; one person may hold several. `publisher` publishes whole cycles. */
export type UpdateParty = 'author' | 'reviewer' | 'publisher';

interface Move {
  from: readonly ReviewState[];
  to: ReviewState;
  parties: readonly UpdateParty[];
  needsReason?: true;
}

/** `save` keeps the state, so that a returned update still shows why it came back; `to` is then unused. */
const MOVES: Record<UpdateAction, Move> = {
  save: { from: ['draft', 'returned'], to: 'draft', parties: ['author'] },
  submit: { from: ['draft', 'returned'], to: 'submitted', parties: ['author'] },
  returnForChanges: { from: ['submitted'], to: 'returned', parties: ['reviewer'], needsReason: true },
  approve: { from: ['submitted'], to: 'approved', parties: ['reviewer'] },
  publish: { from: ['approved'], to: 'published', parties: ['publisher'] },
  startRevision: {
    from: ['approved', 'published'],
    to: 'draft',
    parties: ['author', 'reviewer'],
    needsReason: true,
  },
};

/** What somebody wants to do with an update as it stands. */
export interface UpdateMove {
  action: UpdateAction;
  from: ReviewState;
  /** False for a revision that a later one replaced; nothing can be done with it. */
  isLatest: boolean;
  parties: readonly UpdateParty[];
  reason?: string | null;
}

/** `to` is the state afterwards (for `startRevision`: of the new revision). `field` is set when `code` is `invalid`. */
export type MoveDecision =
  | { ok: true; to: ReviewState; newRevision: boolean }
  | { ok: false; code: 'forbidden' | 'conflict' | 'invalid'; detail: Bilingual; field?: 'reason' };

/** Decides a move; never throws. Who may act is settled before the state is told, so that a stranger learns nothing. */
export function decideMove(move: UpdateMove): MoveDecision {
  const rule = MOVES[move.action];
  if (!rule.parties.some((party) => move.parties.includes(party))) {
    return { ok: false, code: 'forbidden', detail: PARTY_REFUSALS[move.action] };
  }
  if (!move.isLatest) return { ok: false, code: 'conflict', detail: REPLACED };
  if (!rule.from.includes(move.from)) {
    return { ok: false, code: 'conflict', detail: stateRefusal(move.action, move.from) };
  }
  if (rule.needsReason && !move.reason?.trim()) {
    return { ok: false, code: 'invalid', field: 'reason', detail: REASON_NEEDED[move.action] ?? REASON };
  }
  return {
    ok: true,
    to: move.action === 'save' ? move.from : rule.to,
    newRevision: move.action === 'startRevision',
  };
}

/** The actions that would be accepted (given a reason where one is needed), in the order of `UPDATE_ACTIONS`. */
export const allowedActions = (
  from: ReviewState,
  parties: readonly UpdateParty[],
  isLatest = true,
): UpdateAction[] =>
  UPDATE_ACTIONS.filter((action) => decideMove({ action, from, isLatest, parties, reason: 'given' }).ok);

/** The states from which an action is possible, for `UPDATE ... WHERE review_state = ANY(...)`. */
export const statesBefore = (action: UpdateAction): readonly ReviewState[] => MOVES[action].from;

/** Approved and published updates never change again; a correction is a new revision. */
export const isLocked = (state: ReviewState): boolean => isApproved(state) || state === 'submitted';

/** Approved or published: what rollups, figures and reports count. */
export const isApproved = (state: ReviewState): boolean => state === 'approved' || state === 'published';

/** The revision that counts: the highest approved one, even while its correction is still a draft. */
export function effectiveRevision<T extends { revision: number; reviewState: ReviewState }>(
  revisions: readonly T[],
): T | undefined {
  return revisions
    .filter((update) => isApproved(update.reviewState))
    .reduce<T | undefined>(
      (best, update) => (best && best.revision > update.revision ? best : update),
      undefined,
    );
}

const REPLACED: Bilingual = {
  en: 'A later revision has replaced this one. Open the latest revision.',
  es: 'Una revisión posterior reemplazó a esta. Abra la revisión más reciente.',
};

const REASON: Bilingual = { en: 'Give the reason.', es: 'Indique el motivo.' };

const REASON_NEEDED: Partial<Record<UpdateAction, Bilingual>> = {
  returnForChanges: {
    en: 'Say what has to change, so that the author can correct it.',
    es: 'Indique qué debe cambiar, para que la persona autora pueda corregirlo.',
  },
  startRevision: {
    en: 'Say why the approved update needs a correction.',
    es: 'Indique por qué la actualización aprobada necesita una corrección.',
  },
};

const PARTY_REFUSALS: Record<UpdateAction, Bilingual> = {
  save: {
    en: 'Only a focal point of the commitment may write its update.',
    es: 'Solo un punto focal del compromiso puede redactar su actualización.',
  },
  submit: {
    en: 'Only a focal point of the commitment may submit its update.',
    es: 'Solo un punto focal del compromiso puede enviar su actualización.',
  },
  returnForChanges: {
    en: 'Only the State’s national coordination may return an update.',
    es: 'Solo la coordinación nacional del Estado puede devolver una actualización.',
  },
  approve: {
    en: 'Only the State’s national coordination may approve an update.',
    es: 'Solo la coordinación nacional del Estado puede aprobar una actualización.',
  },
  publish: {
    en: 'Updates are published with their cycle, by the Technical Secretariat.',
    es: 'Las actualizaciones se publican junto con su ciclo, a cargo de la Secretaría Técnica.',
  },
  startRevision: {
    en: 'Only a focal point of the commitment or the national coordination may correct an approved update.',
    es: 'Solo un punto focal del compromiso o la coordinación nacional puede corregir una actualización aprobada.',
  },
};

function stateRefusal(action: UpdateAction, from: ReviewState): Bilingual {
  if (from === 'submitted' && (action === 'save' || action === 'submit')) {
    return {
      en: 'The update is under review. It can be changed again if the reviewer returns it.',
      es: 'La actualización está en revisión. Se podrá modificar de nuevo si quien la revisa la devuelve.',
    };
  }
  if (isApproved(from) && action !== 'publish') {
    return {
      en: 'The update is approved and locked. Start a revision, with its reason, to correct it.',
      es: 'La actualización está aprobada y bloqueada. Para corregirla, inicie una revisión e indique el motivo.',
    };
  }
  const label = REVIEW_STATE_LABELS[from];
  return {
    en: `This is not possible while the update’s state is “${label.en}”.`,
    es: `Esto no es posible mientras el estado de la actualización sea «${label.es}».`,
  };
}
