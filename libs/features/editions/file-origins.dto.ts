import {
  PAPER_KINDS,
  type PaperKind,
  REPORT_FORMATS,
  REPORT_LANGS,
  type ReportFormat,
} from '#features/reports';
import { Instant, type Lang, Nested, OneOf, Text, Whole } from '#platform/http';
import { REPLACED, type Replaced } from './edition.vocabulary.js';

export class VerifyQuery {
  @Text({
    min: 64,
    max: 64,
    pattern: [/^[0-9a-f]{64}$/, '64 × 0–9 a–f'],
    description: 'SHA-256 of the file, in lower-case hex',
    example: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
  })
  sha256: string;
}

export class FileOriginDto {
  @OneOf(PAPER_KINDS)
  kind: PaperKind;

  @Text({ optional: true, description: 'What a short paper is about', example: 'MX' })
  subject: string | null;

  @Text({ optional: true, example: 'Mexico' })
  subjectEn: string | null;

  @Text({ optional: true, example: 'México' })
  subjectEs: string | null;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ optional: true, description: 'Which edition it is of; null: of none', example: 1 })
  edition: number | null;

  @Instant({ optional: true, description: 'When the edition was published' })
  publishedAt: string | null;

  @Whole({ optional: true, description: 'The newest edition that corrects it', example: 2 })
  newer: number | null;

  @OneOf(REPORT_LANGS)
  lang: Lang;

  @OneOf(REPORT_FORMATS)
  format: ReportFormat;

  @Whole({ description: 'Form of the report with which it was made', example: 1 })
  template: number;

  @Whole({ description: 'Number of the snapshot within its cycle', example: 1 })
  snapshotNumber: number;

  @Text({ description: 'SHA-256 of the snapshot' })
  snapshotSha256: string;

  @Instant()
  madeAt: string;

  @OneOf(REPLACED, {
    optional: true,
    description:
      'Why people read another file in its place; null: they read this one. `taken_back`: something in it was taken back, so it should not be shown any more; `remade`: it was made again in a newer form',
  })
  replaced: Replaced | null;

  @Text({ optional: true, description: 'Where it is read, behind `/reports/`', example: '2024-annual/1' })
  place: string | null;
}

export class VerifiedFileDto {
  @Text({ example: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9' })
  sha256: string;

  @Nested(() => FileOriginDto, { optional: true, description: 'Null: not a file that was published here' })
  file: FileOriginDto | null;
}
