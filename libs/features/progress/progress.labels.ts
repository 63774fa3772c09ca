import type { Bilingual } from '#platform/http';
import type {
  Basis,
  EvidenceKind,
  FactKind,
  FactMatch,
  FactSection,
  FigureRole,
  Outlook,
  PercentSource,
  Qualifier,
  ReviewState,
  Stage,
  ValueState,
  ValueType,
} from './progress.vocabulary.js';

/** Labels for reports, mails and pages: how each word of the vocabulary reads, beginning with a capital. */
export const STAGE_LABELS: Record<Stage, Bilingual> = {
  not_started: { en: 'Not started', es: 'No iniciado' },
  planning: { en: 'Planning', es: 'En planificación' },
  in_progress: { en: 'In progress', es: 'En curso' },
  fulfilled: { en: 'Fulfilled', es: 'Cumplido' },
  discontinued: { en: 'Discontinued', es: 'Discontinuado' },
};

export const OUTLOOK_LABELS: Record<Outlook, Bilingual> = {
  on_track: { en: 'On track', es: 'Según lo previsto' },
  at_risk: { en: 'At risk', es: 'En riesgo' },
  off_track: { en: 'Off track', es: 'Con retraso' },
  not_assessed: { en: 'Not assessed', es: 'Sin valorar' },
};

export const REVIEW_STATE_LABELS: Record<ReviewState, Bilingual> = {
  draft: { en: 'Draft', es: 'Borrador' },
  submitted: { en: 'Submitted', es: 'Enviada a revisión' },
  returned: { en: 'Returned', es: 'Devuelta' },
  approved: { en: 'Approved', es: 'Aprobada' },
  published: { en: 'Published', es: 'Publicada' },
};

export const PERCENT_SOURCE_LABELS: Record<PercentSource, Bilingual> = {
  reported: { en: 'Reported', es: 'Informado' },
  milestones: { en: 'Computed from milestones', es: 'Calculado a partir de los hitos' },
};

export const FACT_KIND_LABELS: Record<FactKind, Bilingual> = {
  indicator_observation: { en: 'Indicator', es: 'Indicador' },
  milestone: { en: 'Milestone', es: 'Hito' },
  narrative: { en: 'Narrative', es: 'Relato' },
  story: { en: 'Story', es: 'Historia' },
};

export const FACT_MATCH_LABELS: Record<FactMatch, Bilingual> = {
  direct: { en: 'Direct', es: 'Directa' },
  partial: { en: 'Partial', es: 'Parcial' },
};

export const FACT_SECTION_LABELS: Record<FactSection, Bilingual> = {
  coordination: { en: 'Coordination', es: 'Coordinación' },
  context: { en: 'Context', es: 'Contexto' },
};

export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, Bilingual> = {
  link: { en: 'Link', es: 'Enlace' },
  file: { en: 'File', es: 'Archivo' },
};

export const VALUE_STATE_LABELS: Record<ValueState, Bilingual> = {
  reported: { en: 'Reported', es: 'Informado' },
  unknown: { en: 'Unknown', es: 'Se desconoce' },
  not_reported: { en: 'Not reported', es: 'No informado' },
  carried_forward: { en: 'Carried forward', es: 'Arrastrado de un período anterior' },
};

export const VALUE_TYPE_LABELS: Record<ValueType, Bilingual> = {
  count: { en: 'Count', es: 'Cantidad' },
  percent: { en: 'Percent', es: 'Porcentaje' },
  ratio: { en: 'Ratio', es: 'Proporción' },
  yes_no: { en: 'Yes or no', es: 'Sí o no' },
  ordinal: { en: 'Level on a scale', es: 'Nivel en una escala' },
  duration: { en: 'Duration', es: 'Duración' },
  money: { en: 'Amount of money', es: 'Monto' },
  frequency: { en: 'Frequency', es: 'Frecuencia' },
};

export const QUALIFIER_LABELS: Record<Qualifier, Bilingual> = {
  exact: { en: 'Exact', es: 'Exacto' },
  about: { en: 'About', es: 'Alrededor de' },
  more_than: { en: 'More than', es: 'Más de' },
  nearly: { en: 'Nearly', es: 'Casi' },
  at_most: { en: 'At most', es: 'Como máximo' },
  less_than: { en: 'Less than', es: 'Menos de' },
  estimate: { en: 'Estimate', es: 'Estimación' },
  computed: { en: 'Computed', es: 'Calculado' },
};

export const BASIS_LABELS: Record<Basis, Bilingual> = {
  period: { en: 'In the period', es: 'En el período' },
  cumulative: { en: 'Cumulative since a date', es: 'Acumulado desde una fecha' },
  stock: { en: 'Situation at a date', es: 'Situación en una fecha' },
  rate: { en: 'Rate', es: 'Tasa' },
  average: { en: 'Average', es: 'Promedio' },
  maximum: { en: 'Maximum', es: 'Máximo' },
  coverage: { en: 'Coverage', es: 'Cobertura' },
  change: { en: 'Change', es: 'Variación' },
  design: { en: 'As designed', es: 'Según el diseño' },
  distribution: { en: 'Distribution', es: 'Distribución' },
};

export const FIGURE_ROLE_LABELS: Record<FigureRole, Bilingual> = {
  observed: { en: 'Observed', es: 'Observado' },
  target: { en: 'Target', es: 'Meta' },
  baseline: { en: 'Baseline', es: 'Línea de base' },
  planned_coverage: { en: 'Planned coverage', es: 'Cobertura prevista' },
};
