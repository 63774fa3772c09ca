import { Bool, Instant, type Lang, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import {
  REPORT_FORMATS,
  REPORT_LANGS,
  REPORT_STATES,
  type ReportFormat,
  type ReportState,
} from '#features/reports';
import { EDITION_STATES, type EditionState, FILE_STEPS, type FileStep } from './edition.vocabulary.js';

export class CreateEdition {
  @Text({ max: 50, description: 'Key of an endorsed cycle', example: '2024-annual' })
  cycleKey: string;

  @Text({
    optional: true,
    max: 1000,
    description: 'What it corrects of the edition before; needed from the second one on',
    example: 'The name of a shelter in Tapachula is corrected.',
  })
  noteEn?: string | null;

  @Text({ optional: true, max: 1000, example: 'Se corrige el nombre de un albergue en Tapachula.' })
  noteEs?: string | null;
}

export class ApprovalDto {
  @Instant()
  at: string;

  @Text({ optional: true, description: 'Who, for those who prepare the edition' })
  by: string | null;
}

export class EditionFileDto {
  @OneOf(REPORT_LANGS)
  lang: Lang;

  @OneOf(REPORT_FORMATS)
  format: ReportFormat;

  @OneOf(REPORT_STATES)
  state: ReportState;

  @Whole({ min: 0, max: 100, description: 'Percent of the work', example: 60 })
  progress: number;

  @OneOf(FILE_STEPS, {
    optional: true,
    example: 'sections',
    description: 'What is being done: charts and map are laid out, sections put together, documents made',
  })
  step: FileStep | null;

  @Text({
    optional: true,
    description: 'Why it failed and what to do, in the language of the request',
    example: null,
  })
  error: string | null;

  @Text({
    optional: true,
    description:
      'SHA-256 of the file that is there, also while it is made again: the same snapshot, texts, language and form give the same',
  })
  sha256: string | null;

  @Whole({ optional: true, description: 'Size of the file', example: 614000 })
  bytes: number | null;

  @Whole({ description: 'Form of the report with which it was made', example: 1 })
  template: number;
}

export class ReportEditionDto {
  @Uuid()
  id: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @OneOf(['annual', 'mid_year'])
  kind: 'annual' | 'mid_year';

  @Whole({ description: '1 for the first; an erratum is the next', example: 1 })
  number: number;

  @OneOf(EDITION_STATES)
  state: EditionState;

  @Bool({ description: 'It is the newest published one of its cycle' })
  newest: boolean;

  @Text({ optional: true, max: 1000, description: 'What it corrects of the one before' })
  noteEn: string | null;

  @Text({ optional: true, max: 1000 })
  noteEs: string | null;

  @Uuid()
  snapshotId: string;

  @Whole({ example: 1 })
  snapshotNumber: number;

  @Text({ description: 'SHA-256 of the snapshot' })
  snapshotSha256: string;

  @Text({ description: 'SHA-256 of the texts that people wrote' })
  textsSha256: string;

  @Instant()
  createdAt: string;

  @Nested(() => ApprovalDto, { optional: true })
  presidency: ApprovalDto | null;

  @Nested(() => ApprovalDto, { optional: true })
  secretariat: ApprovalDto | null;

  @Instant({ optional: true })
  publishedAt: string | null;

  @Text({
    description: 'Permanent address, to cite once it is published',
    example: 'https://mirps.example.org/en/reports/2024-annual/2',
  })
  addressEn: string;

  @Text({ example: 'https://mirps.example.org/es/reports/2024-annual/2' })
  addressEs: string;

  @Nested(() => EditionFileDto, { many: true, max: 50 })
  files: EditionFileDto[];

  @Whole({ example: 2 })
  version: number;
}

export class EditionsQuery {
  @Text({ optional: true, max: 50, description: 'Key of a cycle', example: '2024-annual' })
  cycle?: string;
}
