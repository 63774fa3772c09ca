import { Bool, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform/http';
import { SEARCH_KINDS, type SearchKind } from './search.vocabulary.js';

export class SearchQuery extends PageQuery {
  @Text({
    min: 2,
    max: 200,
    description:
      'Words in English or Spanish, with or without accents, or a code; the last may be a beginning',
    example: 'proteccion',
  })
  q: string;

  @OneOf(SEARCH_KINDS, { optional: true, description: 'Only these, page by page' })
  kind?: SearchKind;

  @Text({
    optional: true,
    pattern: [/^[A-Z]{2}$/, 'MX'],
    description: 'Only what is of this State',
    example: 'MX',
  })
  state?: string;

  @Whole({ optional: true, min: 2000, max: 2100, description: 'Only what is of this year', example: 2024 })
  year?: number;
}

export class ExcerptPieceDto {
  @Text({ min: 0, max: 10_000, example: 'protección' })
  text: string;

  @Bool({ description: 'Whether it is what was asked for' })
  hit: boolean;
}

/** Something found. */
export class SearchHitDto {
  @Uuid()
  id: string;

  @OneOf(SEARCH_KINDS)
  kind: SearchKind;

  @Text({ description: 'The table that it stands in', example: 'commitment_versions' })
  table: string;

  @Text({
    optional: true,
    description: 'Id or key of the thing whose page shows it',
    example: 'documentation',
  })
  target: string | null;

  @Uuid({ optional: true })
  commitmentId: string | null;

  @Text({ optional: true, example: 'MX-03' })
  code: string | null;

  @Text({ optional: true, example: 'MX' })
  stateCode: string | null;

  @Whole({ optional: true, example: 2024 })
  year: number | null;

  @Text({ optional: true, example: '2024-annual' })
  cycleKey: string | null;

  @Text({ optional: true, max: 2000, example: 'Shelters' })
  titleEn: string | null;

  @Text({ optional: true, max: 2000, example: 'Albergues' })
  titleEs: string | null;

  @Nested(() => ExcerptPieceDto, { many: true, description: 'The part of the English text that fits best' })
  excerptEn: ExcerptPieceDto[];

  @Nested(() => ExcerptPieceDto, { many: true, description: 'The part of the Spanish text that fits best' })
  excerptEs: ExcerptPieceDto[];
}

export class KindCountDto {
  @OneOf(SEARCH_KINDS)
  kind: SearchKind;

  @Whole({ min: 1, example: 12 })
  count: number;
}

/** What a search found: how many of each kind, and of all kinds a few each or of one kind a page. */
export class SearchResultDto {
  @Whole({ min: 0, description: 'Of all kinds', example: 31 })
  total: number;

  @Nested(() => KindCountDto, {
    many: true,
    description: 'All kinds that hold something; first those with the code that was asked for',
  })
  counts: KindCountDto[];

  @Nested(() => SearchHitDto, { many: true })
  items: SearchHitDto[];

  @Text({
    optional: true,
    max: 500,
    description: 'Of the one kind; null on its last page and without `kind`',
    example: null,
  })
  nextCursor: string | null;
}
