import type { Bilingual } from '#platform/http';
import { SUBMISSION_STATE_LABELS } from './cycle.labels.js';
import type { CycleState, ExplanationKind, SubmissionState } from './cycle.vocabulary.js';

/** A State's contribution to a cycle: open -> submitted -> accepted, or returned with questions and submitted again. */
export const SUBMISSION_ACTIONS = ['submit', 'accept', 'return'] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

const MOVES: Record<SubmissionAction, { from: readonly SubmissionState[]; to: SubmissionState }> = {
  submit: { from: ['open', 'returned'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
};

export interface SubmissionMove {
  action: SubmissionAction;
  from: SubmissionState;
  cycleState: CycleState;
  /** For `submit`: from `completeness`. */
  complete?: boolean;
  /** For `return`: the questions to the State. */
  note?: string | null;
}

export type SubmissionDecision =
  | { ok: true; to: SubmissionState }
  | { ok: false; code: 'conflict' | 'invalid'; detail: Bilingual; field?: 'note' };

/** Decides a move of a State's submission; never throws. */
export function decideSubmissionMove(move: SubmissionMove): SubmissionDecision {
  const rule = MOVES[move.action];
  if (move.cycleState !== 'open' && move.cycleState !== 'in_review') {
    return { ok: false, code: 'conflict', detail: move.cycleState === 'planned' ? NOT_OPEN : CLOSED };
  }
  if (!rule.from.includes(move.from)) {
    const label = SUBMISSION_STATE_LABELS[move.from];
    return {
      ok: false,
      code: 'conflict',
      detail: {
        en: `This is not possible while the State’s contribution is “${label.en}”.`,
        es: `Esto no es posible mientras el aporte del Estado esté «${label.es}».`,
      },
    };
  }
  if (move.action === 'submit' && !move.complete) return { ok: false, code: 'conflict', detail: INCOMPLETE };
  if (move.action === 'return' && !move.note?.trim()) {
    return { ok: false, code: 'invalid', field: 'note', detail: QUESTIONS_NEEDED };
  }
  return { ok: true, to: rule.to };
}

/** The states from which an action is possible, for `UPDATE ... WHERE state = ANY(...)`. */
export const submissionStatesBefore = (action: SubmissionAction): readonly SubmissionState[] =>
  MOVES[action].from;

/** A commitment as completeness looks at it. */
export interface CommitmentStanding {
  commitmentId: string;
  code: string;
  /** Review state of the latest revision in this cycle; null when nobody wrote one. */
  reviewState: 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | null;
  explanation: { kind: ExplanationKind; textEn: string | null; textEs: string | null } | null;
  /** Whether an earlier cycle has an approved update; without one there is nothing that could be unchanged. */
  hasEarlierUpdate: boolean;
}

export interface Completeness {
  complete: boolean;
  total: number;
  approved: number;
  explained: number;
  /** Ordered by code. */
  missing: { commitmentId: string; code: string; reason: Bilingual }[];
}

/**
 * Whether a State can submit: every commitment is approved in its latest revision, or explained: "no change" since an
 * earlier approved update, or "not assessed because...". An update in the making outranks an explanation.
 */
export function completeness(commitments: readonly CommitmentStanding[]): Completeness {
  let approved = 0;
  let explained = 0;
  const missing: Completeness['missing'] = [];
  for (const commitment of commitments) {
    if (commitment.reviewState === 'approved' || commitment.reviewState === 'published') {
      approved += 1;
      continue;
    }
    const reason = whatIsMissing(commitment);
    if (reason === null) explained += 1;
    else missing.push({ commitmentId: commitment.commitmentId, code: commitment.code, reason });
  }
  missing.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { complete: missing.length === 0, total: commitments.length, approved, explained, missing };
}

/** Null when the explanation stands; else what has to happen. */
function whatIsMissing({ reviewState, explanation, hasEarlierUpdate }: CommitmentStanding): Bilingual | null {
  switch (reviewState) {
    case 'submitted':
      return { en: 'The update waits for review.', es: 'La actualización espera revisión.' };
    case 'returned':
      return {
        en: 'The update was returned and waits for its correction.',
        es: 'La actualización fue devuelta y espera su corrección.',
      };
    case 'draft':
      return {
        en: 'The update is a draft and has not been submitted.',
        es: 'La actualización es un borrador y no se ha enviado.',
      };
    case 'approved':
    case 'published':
      return null;
    case null:
      break;
  }
  if (explanation?.kind === 'no_change') {
    return hasEarlierUpdate
      ? null
      : {
          en: '“No change” needs an approved update in an earlier cycle.',
          es: '«Sin cambios» requiere una actualización aprobada en un ciclo anterior.',
        };
  }
  if (explanation?.kind === 'not_assessed') {
    return explanation.textEn?.trim() || explanation.textEs?.trim()
      ? null
      : { en: 'Say why it was not assessed.', es: 'Indique por qué no se valoró.' };
  }
  return {
    en: 'There is neither an update nor an explanation.',
    es: 'No hay actualización ni explicación.',
  };
}

const NOT_OPEN: Bilingual = { en: 'The cycle is not open yet.', es: 'El ciclo aún no está abierto.' };

const CLOSED: Bilingual = {
  en: 'The region has endorsed this cycle. A single commitment can be reopened by exception.',
  es: 'La región ya refrendó este ciclo. Un compromiso puede reabrirse por excepción.',
};

const INCOMPLETE: Bilingual = {
  en: 'Every commitment has to be approved or explained first.',
  es: 'Antes, cada compromiso debe estar aprobado o explicado.',
};

const QUESTIONS_NEEDED: Bilingual = {
  en: 'Write the questions that the State should answer.',
  es: 'Escriba las preguntas que el Estado debe responder.',
};
