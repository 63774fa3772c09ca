import type { Bilingual, Lang } from '#platform/http';

/** The closed word lists of reports. */
export const REPORT_KINDS = ['annual', 'mid_year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Formats that hold the snapshot's data as tables, not the report. */
export const DATA_FORMATS = ['xlsx', 'csv'] as const satisfies readonly ReportFormat[];
export type DataFormat = (typeof DATA_FORMATS)[number];

export const isDataFormat = (format: ReportFormat): format is DataFormat =>
  DATA_FORMATS.some((each) => each === format);

export const REPORT_LANGS = ['en', 'es'] as const;

/** Asked for, being made, ready, or given up with a reason. */
export const REPORT_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Raised whenever the same snapshot would give other bytes, so that an older file is not taken for the present form. */
export const REPORT_TEMPLATE = 2;

/** What each format is sent as. */
export const REPORT_CONTENT_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip',
  json: 'application/json; charset=utf-8',
};

/** What its file is called; the tables as CSV come in one ZIP. */
export const reportFileName = (cycleKey: string, lang: Lang, format: ReportFormat): string =>
  `mirps-${cycleKey}-${lang}.${format === 'csv' ? 'zip' : format}`;

/** Why a report was given up: the snapshot cannot be told, the file could not be stored, or what nobody foresaw. */
export const REPORT_FAILURES = ['snapshot', 'storage', 'unexpected'] as const;
export type ReportFailure = (typeof REPORT_FAILURES)[number];

export const REPORT_FAILURE_LABELS: Record<ReportFailure, Bilingual> = {
  snapshot: {
    en: 'The snapshot could not be read. Verify it, then generate the report again.',
    es: 'No se pudo leer la instantánea. Verifíquela y genere de nuevo el informe.',
  },
  storage: {
    en: 'The file could not be stored. Check the storage, then generate the report again.',
    es: 'No se pudo guardar el archivo. Revise el almacenamiento y genere de nuevo el informe.',
  },
  unexpected: {
    en: 'Something failed while the report was made. Generate it again; the log names the cause under the id of the report.',
    es: 'Algo falló al elaborar el informe. Genérelo de nuevo; el registro indica la causa con el identificador del informe.',
  },
};
