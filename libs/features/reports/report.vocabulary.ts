import type { Bilingual, Lang } from '#platform/http';

/** Whole reports, one of each kind of cycle. */
export const REPORT_KINDS = ['annual', 'mid_year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Short papers of the same parts: on a State, on a Regional Technical Team, on an area across the region, on the pledges. */
export const SHEET_KINDS = ['state', 'team', 'area', 'pledges'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What short papers are called, by the name of what they are about. */
export const SHEET_TITLES = {
  state: { en: (name) => `State fact sheet: ${name}`, es: (name) => `Ficha de Estado: ${name}` },
  team: { en: (name) => `Team fact sheet: ${name}`, es: (name) => `Ficha del equipo: ${name}` },
  area: { en: (name) => `${name} across the region`, es: (name) => `${name} en la región` },
  pledges: { en: () => 'Regional pledges', es: () => 'Promesas regionales' },
} as const satisfies Record<SheetKind, Record<Lang, (name: string) => string>>;

/** Everything that can be asked for. */
export const PAPER_KINDS = [...REPORT_KINDS, ...SHEET_KINDS] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Those that are about somebody or something in particular. */
export const SUBJECT_KINDS = ['state', 'team', 'area'] as const satisfies readonly SheetKind[];
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What is asked for, and about what. */
export interface Paper {
  kind: PaperKind;
  /** Code of the State, key of the team or of the shared area; empty for the others. */
  subject: string;
}

export const isSheetKind = (kind: PaperKind): kind is SheetKind => SHEET_KINDS.some((each) => each === kind);
export const hasSubject = (kind: PaperKind): kind is SubjectKind =>
  SUBJECT_KINDS.some((each) => each === kind);

export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Formats that hold the snapshot's data as tables, not the report. */
export const DATA_FORMATS = ['xlsx', 'csv'] as const satisfies readonly ReportFormat[];
export type DataFormat = (typeof DATA_FORMATS)[number];

export const isDataFormat = (format: ReportFormat): format is DataFormat =>
  DATA_FORMATS.some((each) => each === format);

export const REPORT_LANGS = ['en', 'es'] as const;

/** Asked for, being made, ready, given up, or called off: of reports as of the files of editions. */
export const REPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What is in the making and gave no sign since then was lost, and may be asked for again. */
export const silentSince = (now: Date): Date => new Date(now.getTime() - 15 * 60_000);

export const REPORT: Bilingual = { en: 'report', es: 'informe' };

/** Raised whenever the same snapshot would give other bytes, so that an older file is not taken for the present form. */
export const REPORT_TEMPLATE = 11;

/** What each format is sent as. */
export const REPORT_CONTENT_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip',
  json: 'application/json; charset=utf-8',
};

/** What its file is called, `mirps-2024-annual-state-mx-es.pdf`; the tables as CSV come in one ZIP. */
export function reportFileName(cycleKey: string, lang: Lang, format: ReportFormat, paper?: Paper): string {
  const about = paper && isSheetKind(paper.kind) ? [paper.kind, paper.subject.toLowerCase()] : [];
  const name = ['mirps', cycleKey, ...about, lang].filter(Boolean).join('-');
  return `${name}.${format === 'csv' ? 'zip' : format}`;
}

/**
 * Why a report or a file of an edition was given up: the snapshot cannot be told, the storage gave or took nothing, its time was up,
 * or what nobody foresaw.
 */
export const REPORT_FAILURES = ['snapshot', 'storage', 'time', 'unexpected'] as const;
export type ReportFailure = (typeof REPORT_FAILURES)[number];

export const REPORT_FAILURE_LABELS: Record<ReportFailure, Bilingual> = {
  snapshot: {
    en: 'The snapshot could not be read. Verify it, then try again.',
    es: 'No se pudo leer la instantánea. Verifíquela e inténtelo de nuevo.',
  },
  storage: {
    en: 'The storage of files did not answer as it should. Try again; if that does not help, ask the administrator to check the storage.',
    es: 'El almacenamiento de archivos no respondió como debía. Inténtelo de nuevo; si no sirve, pida a la administración que lo revise.',
  },
  time: {
    en: 'It took too long and was stopped. Try again; if that does not help, ask the administrator, whose log names the step.',
    es: 'Tardó demasiado y se detuvo. Inténtelo de nuevo; si no sirve, consulte a la administración: el registro indica el paso.',
  },
  unexpected: {
    en: 'Something failed while it was made. Try again; if that does not help, ask the administrator, whose log names the cause.',
    es: 'Algo falló al elaborarlo. Inténtelo de nuevo; si no sirve, consulte a la administración: el registro indica la causa.',
  },
};
