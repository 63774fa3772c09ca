import type { Bilingual } from '#platform/http';
import type { InstitutionRole, PlanBasis, PlanStatus, Priority } from './plan.vocabulary.js';

/** Labels for reports, mails and pages, beginning with a capital. */
export const PLAN_STATUS_LABELS: Record<PlanStatus, Bilingual> = {
  draft: { en: 'Draft', es: 'Borrador' },
  adopted: { en: 'Adopted', es: 'Aprobado' },
  superseded: { en: 'Superseded', es: 'Sustituido' },
};

export const PLAN_BASIS_LABELS: Record<PlanBasis, Bilingual> = {
  own: { en: 'The State’s own wording', es: 'Redacción propia del Estado' },
  regional_template: {
    en: 'From the regional template, not the State’s own wording',
    es: 'Tomado de la plantilla regional; no es la redacción propia del Estado',
  },
};

export const PRIORITY_LABELS: Record<Priority, Bilingual> = {
  low: { en: 'Low', es: 'Baja' },
  normal: { en: 'Normal', es: 'Normal' },
  high: { en: 'High', es: 'Alta' },
};

export const INSTITUTION_ROLE_LABELS: Record<InstitutionRole, Bilingual> = {
  lead: { en: 'Lead', es: 'Responsable' },
  partner: { en: 'Partner', es: 'Participante' },
};
