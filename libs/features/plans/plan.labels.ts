import type { Bilingual } from '#platform/http';
import type { PlanBasis } from './plan.vocabulary.js';

/** Whose words a plan holds, as reports say it. */
export const PLAN_BASIS_LABELS: Record<PlanBasis, Bilingual> = {
  own: { en: 'The State’s own wording', es: 'Redacción propia del Estado' },
  regional_template: {
    en: 'From the regional template, not the State’s own wording',
    es: 'Tomado de la plantilla regional; no es la redacción propia del Estado',
  },
};
