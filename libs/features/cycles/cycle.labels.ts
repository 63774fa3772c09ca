import type { Bilingual } from '#platform/http';
import type {
  CycleKind,
  CycleState,
  ExplanationKind,
  MessageKind,
  SubmissionState,
} from './cycle.vocabulary.js';

/** Labels for reports, mails and pages, beginning with a capital. */
export const CYCLE_KIND_LABELS: Record<CycleKind, Bilingual> = {
  mid_year: { en: 'Mid-year', es: 'Semestral' },
  annual: { en: 'Annual', es: 'Anual' },
};

export const CYCLE_STATE_LABELS: Record<CycleState, Bilingual> = {
  planned: { en: 'Planned', es: 'Programado' },
  open: { en: 'Open', es: 'Abierto' },
  in_review: { en: 'In review', es: 'En revisión' },
  endorsed: { en: 'Endorsed', es: 'Refrendado' },
  published: { en: 'Published', es: 'Publicado' },
};

export const SUBMISSION_STATE_LABELS: Record<SubmissionState, Bilingual> = {
  open: { en: 'Not submitted yet', es: 'Aún no presentado' },
  submitted: { en: 'Submitted', es: 'Presentado' },
  returned: { en: 'Returned with questions', es: 'Devuelto con preguntas' },
  accepted: { en: 'Accepted', es: 'Aceptado' },
};

export const EXPLANATION_KIND_LABELS: Record<ExplanationKind, Bilingual> = {
  no_change: { en: 'No change', es: 'Sin cambios' },
  not_assessed: { en: 'Not assessed', es: 'Sin valorar' },
  reopened: { en: 'Reopened by exception', es: 'Reabierto por excepción' },
};

export const MESSAGE_KIND_LABELS: Record<MessageKind, Bilingual> = {
  question: { en: 'Question', es: 'Pregunta' },
  answer: { en: 'Answer', es: 'Respuesta' },
  return: { en: 'Return', es: 'Devolución' },
  accept: { en: 'Acceptance', es: 'Aceptación' },
};

/** "Annual cycle 2024" / "Ciclo anual 2024". */
export const cycleName = (cycle: { kind: CycleKind; year: number }): Bilingual =>
  cycle.kind === 'annual'
    ? { en: `Annual cycle ${cycle.year}`, es: `Ciclo anual ${cycle.year}` }
    : { en: `Mid-year cycle ${cycle.year}`, es: `Ciclo semestral ${cycle.year}` };
