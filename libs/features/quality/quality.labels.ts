import type { Bilingual } from '#platform/http';
import type { FindingAnswerKind } from './quality.vocabulary.js';

export const FINDING_ANSWER_LABELS: Record<FindingAnswerKind, Bilingual> = {
  confirmed: { en: 'Confirmed', es: 'Confirmado' },
  corrected: { en: 'Corrected', es: 'Corregido' },
  explained: { en: 'Explained', es: 'Explicado' },
};
