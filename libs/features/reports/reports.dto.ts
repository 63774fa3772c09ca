import { Bool, Instant, type Lang, OneOf, Text, Uuid, Whole } from '#platform/http';
import {
  REPORT_FORMATS,
  REPORT_KINDS,
  REPORT_LANGS,
  REPORT_STATES,
  type ReportFormat,
  type ReportKind,
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

  @OneOf(REPORT_KINDS, {
    description: 'An annual report needs an annual cycle, a mid-year report a mid-year one',
  })
  kind: ReportKind;

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

  @OneOf(REPORT_KINDS)
  kind: ReportKind;

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
}
