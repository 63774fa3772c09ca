import { DATE_PRECISIONS, type DatePrecision } from '#features/states';
import { Bool, BothWords, DateOnly, LongText, Nested, OneOf, Text, TextList, Whole } from '#platform/http';
import { SOURCES, YEAR } from './regional-plan.dto.js';
import { DOCUMENT_KINDS, type DocumentKind } from './regional.vocabulary.js';

const DAY = 'With a coarser precision the first day of the month or year';

/** An Annual Meeting as it is written. */
export class AnnualMeetingBody {
  @Whole({ ...YEAR, description: 'The year in which it was held or planned' })
  year: number;

  @Text({
    optional: true,
    max: 2,
    pattern: [/^[A-Z]{2}$/, 'BZ'],
    example: 'BZ',
    description: 'The host State',
  })
  hostState?: string | null;

  @DateOnly({
    optional: true,
    description: `Absent: no source confirms a day. ${DAY}`,
    example: '2024-12-05',
  })
  heldOn?: string | null;

  @OneOf(DATE_PRECISIONS, { optional: true, description: 'How much of the day is known' })
  heldPrecision?: DatePrecision | null;

  @Bool({ optional: true, description: 'The day is a reading of the source, not its words', example: false })
  dayInferred?: boolean;

  @Text({ optional: true, example: 'Belize City' })
  placeEn?: string | null;

  @Text({ optional: true, example: 'Ciudad de Belice' })
  placeEs?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

const ORDINAL = { min: 1, max: 200, example: 7, description: 'The meeting’s number' };

/** One row of a file of meetings. */
export class AnnualMeetingInput extends AnnualMeetingBody {
  @Whole(ORDINAL)
  ordinal: number;
}

export class AnnualMeetingView extends AnnualMeetingInput {
  @Text({ example: 'VII', description: 'The number as people write it' })
  number: string;

  @TextList({ description: 'Keys of the documents that it adopted', example: ['belize-city-declaration'] })
  documents: string[];

  @Whole({ example: 1 })
  version: number;
}

export class AnnualMeetingsQuery {
  @Whole({ ...YEAR, optional: true })
  year?: number;

  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'BZ'], example: 'BZ' })
  host?: string;
}

/** A declaration, charter or resolution as it is written. */
export class RegionalDocumentBody {
  @OneOf(DOCUMENT_KINDS)
  kind: DocumentKind;

  @Text({ max: 300, example: 'Belize City Declaration' })
  titleEn: string;

  @Text({ max: 300, example: 'Declaración de la Ciudad de Belice' })
  titleEs: string;

  @DateOnly({ optional: true, description: `Absent: no source gives a day. ${DAY}`, example: '2024-12-05' })
  adoptedOn?: string | null;

  @OneOf(DATE_PRECISIONS, { optional: true, description: 'How much of the day is known' })
  adoptedPrecision?: DatePrecision | null;

  @Text({ optional: true, example: 'Belize City' })
  placeEn?: string | null;

  @Text({ optional: true, example: 'Ciudad de Belice' })
  placeEs?: string | null;

  @Text({
    optional: true,
    max: 500,
    pattern: [/^https?:\/\/\S+$/, 'https://www.oas.org/…'],
    description: 'Where its text can be read; absent: no public copy is known',
    example: 'https://www.oas.org/en/declaration.pdf',
  })
  url?: string | null;

  @Whole({ ...ORDINAL, optional: true, description: 'Number of the Annual Meeting that adopted it' })
  meeting?: number | null;

  @Nested(() => BothWords, { many: true, max: 50, description: 'What is known of its content' })
  content: BothWords[];

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

export class RegionalDocumentView extends RegionalDocumentBody {
  @Text({ max: 80, example: 'belize-city-declaration' })
  key: string;

  @TextList({ description: 'Years whose plan names it', example: ['2024'] })
  plans: string[];

  @Whole({ example: 1 })
  version: number;
}

export class RegionalDocumentsQuery {
  @Whole({ ...YEAR, optional: true, description: 'Only those that the plan of this year names' })
  plan?: number;

  @OneOf(DOCUMENT_KINDS, { optional: true })
  kind?: DocumentKind;
}

/** A meeting’s number in an address. */
export class MeetingParam {
  @Whole(ORDINAL)
  ordinal: number;
}

/** A document’s key in an address. */
export class DocumentParam {
  @Text({
    max: 80,
    pattern: [/^[a-z0-9]+(-[a-z0-9]+)*$/, 'belize-city-declaration'],
    example: 'belize-city-declaration',
  })
  key: string;
}
