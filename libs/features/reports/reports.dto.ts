import { Bool, Instant, type Lang, OneOf, Text, Uuid, Whole } from '#platform/http';
import {
  PAPER_KINDS,
  type PaperKind,
  REPORT_FORMATS,
  REPORT_LANGS,
  REPORT_STATES,
  type ReportFormat,
  SHEET_KINDS,
  type SheetKind,
  type ReportState,
} from './report.vocabulary.js';

export class ReportRequest {
  @Uuid({ optional: true, description: 'The snapshot to report on; without it, the newest of the cycle' })
  snapshotId?: string | null;

  @Text({
    optional: true,
    max: 50,
    description: 'Key of the cycle, where no snapshot is named',
    example: '2024-annual',
  })
  cycleKey?: string | null;

  @OneOf(PAPER_KINDS, {
    description:
      'An `annual` report needs an annual cycle, a `mid_year` report a mid-year one. Short papers of either: `state` fact sheet, technical `team` fact sheet, newsletter of an `area` across the region, sheet of the `pledges`',
  })
  kind: PaperKind;

  @Text({
    optional: true,
    max: 60,
    description:
      'What a short paper is about: code of the State, key of the team, key of the area; nothing for the other kinds',
    example: 'MX',
  })
  subject?: string | null;

  @OneOf(REPORT_LANGS)
  lang: Lang;

  @OneOf(REPORT_FORMATS, {
    description:
      '`html`: one accessible file; `pdf`: to print and to publish, tagged (PDF/UA-1); `docx`: for editors to go on with in Word; `json`: the same content as data; `xlsx`: the tables of data behind it as a workbook; `csv`: those tables as CSV and JSON in a ZIP',
  })
  format: ReportFormat;
}

export class ReportDto {
  @Uuid()
  id: string;

  @Uuid()
  snapshotId: string;

  @Whole({ description: 'Number of the snapshot within its cycle', example: 1 })
  snapshotNumber: number;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @OneOf(PAPER_KINDS)
  kind: PaperKind;

  @Text({
    optional: true,
    description: 'Code of the State, key of the team or of the area that it is about',
    example: 'MX',
  })
  subject: string | null;

  @Text({ optional: true, description: 'Its name in English', example: 'Mexico' })
  subjectEn: string | null;

  @Text({ optional: true, description: 'Its name in Spanish', example: 'México' })
  subjectEs: string | null;

  @OneOf(REPORT_LANGS)
  lang: Lang;

  @OneOf(REPORT_FORMATS)
  format: ReportFormat;

  @OneOf(REPORT_STATES)
  state: ReportState;

  @Whole({ min: 0, max: 100, description: 'Percent of the work', example: 60 })
  progress: number;

  @Text({
    optional: true,
    description: 'SHA-256 of the file; the same snapshot, language and form give the same',
  })
  sha256: string | null;

  @Whole({ optional: true, description: 'Size of the file', example: 614000 })
  bytes: number | null;

  @Bool({
    description: 'It was finished before, and is made again without what was taken back since',
    example: false,
  })
  again: boolean;

  @Text({ optional: true, description: 'Why it failed, in the language of the request' })
  error: string | null;

  @Instant()
  createdAt: string;

  @Instant({ optional: true })
  finishedAt: string | null;
}

export class ReportQuery {
  @Text({ optional: true, max: 50, description: 'Key of a cycle', example: '2024-annual' })
  cycle?: string;

  @OneOf(PAPER_KINDS, { optional: true })
  kind?: PaperKind;

  @Text({ optional: true, max: 60, description: 'What short papers are about', example: 'MX' })
  subject?: string;
}

export class ReportSubjectsQuery {
  @Text({ max: 50, description: 'Key of a cycle', example: '2024-annual' })
  cycle: string;
}

export class ReportSubjectDto {
  @OneOf(SHEET_KINDS)
  kind: SheetKind;

  @Text({ description: 'To be sent as `subject`; empty for the pledges', example: 'MX' })
  subject: string;

  @Text({ example: 'Mexico' })
  nameEn: string;

  @Text({ example: 'México' })
  nameEs: string;
}
