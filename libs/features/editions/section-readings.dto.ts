import { Instant, LongText, Nested, OneOf, Text, Whole } from '#platform/http';
import { SECTION_STATES, type SectionState } from './edition.vocabulary.js';
import { Told } from './sections.dto.js';

export class SectionVersionDto {
  @Whole({ example: 4 })
  version: number;

  @OneOf(SECTION_STATES)
  state: SectionState;

  @Instant()
  savedAt: string;

  @Text({ optional: true, description: 'Who wrote it' })
  savedBy: string | null;

  @Whole({ example: 412 })
  wordsEn: number;

  @Whole({ example: 455 })
  wordsEs: number;
}

export class PieceDto {
  @OneOf(['same', 'added', 'removed'])
  kind: 'same' | 'added' | 'removed';

  @LongText({ max: 60_000 })
  text: string;
}

export class ComparisonDto {
  @Whole({ example: 3 })
  from: number;

  @Whole({ example: 4 })
  to: number;

  @Nested(() => PieceDto, { many: true, max: 100_000 })
  en: PieceDto[];

  @Nested(() => PieceDto, { many: true, max: 100_000 })
  es: PieceDto[];
}

export class ComparisonQuery {
  @Whole({ min: 1, max: 1_000_000, example: 3 })
  from: number;

  @Whole({ min: 1, max: 1_000_000, example: 4 })
  to: number;
}

export class ReferableDto {
  @Text({ description: 'To be put into a text', example: '{{rollup:MX.protection.mean}}' })
  reference: string;

  @Nested(() => Told)
  label: Told;

  @Nested(() => Told, { description: 'What it stands for now' })
  text: Told;

  @Text({ optional: true, description: 'Whose figure it is; null for the region', example: 'MX' })
  stateCode: string | null;

  @Text({ optional: true, description: 'Where a fact was found', example: 'National report, page 12' })
  source: string | null;
}

export class ReferencesQuery {
  @Text({
    optional: true,
    max: 100,
    description: 'Words to be found, in any order, in either language',
    example: 'mexico mean',
  })
  q?: string;

  @Text({ optional: true, max: 2, description: 'Only of this State', example: 'MX' })
  state?: string;
}
