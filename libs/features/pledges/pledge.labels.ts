import type { Bilingual } from '#platform/http';
import type { PledgeForm, PledgeStage, PledgeType, StageBasis } from './pledge.vocabulary.js';

/** The Forum's own wording of its stages. */
export const PLEDGE_STAGE_LABELS: Record<PledgeStage, Bilingual> = {
  planning: { en: 'In the planning stage', es: 'En planificación' },
  in_progress: { en: 'In progress', es: 'En curso' },
  fulfilled: { en: 'Fulfilled', es: 'Cumplida' },
};

export const PLEDGE_FORM_LABELS: Record<PledgeForm, Bilingual> = {
  single: { en: 'Single', es: 'Individual' },
  joint: { en: 'Joint', es: 'Conjunta' },
  multi_stakeholder: { en: 'Multi-stakeholder', es: 'De múltiples partes interesadas' },
};

export const PLEDGE_TYPE_LABELS: Record<PledgeType, Bilingual> = {
  financial: { en: 'financial', es: 'financiera' },
  material: { en: 'material', es: 'material' },
  technical: { en: 'technical', es: 'técnica' },
  resettlement_and_pathways: {
    en: 'resettlement places and pathways',
    es: 'plazas de reasentamiento y vías complementarias',
  },
  policy_or_other: { en: 'policy or other action', es: 'política u otra acción' },
};

export const STAGE_BASIS_LABELS: Record<StageBasis, Bilingual> = {
  derived: { en: 'From the linked commitments', es: 'Según los compromisos vinculados' },
  stated: { en: 'Stated by a person', es: 'Indicada por una persona' },
  no_update: { en: 'No update', es: 'Sin actualización' },
};
