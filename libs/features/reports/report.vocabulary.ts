import type { Bilingual } from '#platform/http';

/** The closed word lists of reports. */
export const REPORT_KINDS = ['annual', 'mid_year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_LANGS = ['en', 'es'] as const;

/** Asked for, being made, ready, or given up with a reason. */
export const REPORT_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Raised whenever the same snapshot would give other bytes, so that an older file is not taken for the present form. */
export const REPORT_TEMPLATE = 1;

export const REPORT_KIND_LABELS: Record<ReportKind, Bilingual> = {
  annual: { en: 'Annual Report', es: 'Informe Anual' },
  mid_year: { en: 'Mid-year Report', es: 'Informe de Medio Año' },
};

export const REPORT_STATE_LABELS: Record<ReportState, Bilingual> = {
  queued: { en: 'Queued', es: 'En cola' },
  running: { en: 'Being made', es: 'En preparación' },
  done: { en: 'Ready', es: 'Listo' },
  failed: { en: 'Failed', es: 'Falló' },
};

/** What each format is sent as. */
export const REPORT_CONTENT_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
