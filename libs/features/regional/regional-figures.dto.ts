import {
  BASES,
  type Basis,
  FIGURE_ROLES,
  FigurePartDto,
  type FigureRole,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  type ValueState,
} from '#features/progress';
import { DateOnly, LongText, Nested, Num, OneOf, Text, TextList, Whole } from '#platform/http';
import { SOURCES, YEAR } from './regional-plan.dto.js';
import { PLACE } from './acronym.dto.js';
import { CONTEXT_VALUE_TYPES, type ContextValueType } from './regional.vocabulary.js';

/** A figure of the regional context as it comes in a file: without its breakdown. */
export class ContextFigureRow {
  @Whole({ optional: true, min: 1, max: 500, description: 'Place in lists; absent: last', example: 1 })
  position?: number | null;

  @Text({ max: 300, example: 'People who crossed the Darién' })
  labelEn: string;

  @Text({ max: 300, example: 'Personas que cruzaron el Darién' })
  labelEs: string;

  @Num({
    optional: true,
    description: 'Null exactly when `valueState` is unknown or not_reported',
    example: 266000,
  })
  value: number | null;

  @OneOf(VALUE_STATES)
  valueState: ValueState;

  @OneOf(CONTEXT_VALUE_TYPES)
  valueType: ContextValueType;

  @OneOf(QUALIFIERS, { example: 'more_than' })
  qualifier: Qualifier;

  @OneOf(BASES)
  basis: Basis;

  @OneOf(FIGURE_ROLES)
  role: FigureRole;

  @Text({ optional: true, max: 100, example: 'people' })
  unitEn?: string | null;

  @Text({ optional: true, max: 100, example: 'personas' })
  unitEs?: string | null;

  @DateOnly({ optional: true, example: '2024-01-01' })
  windowStart?: string | null;

  @DateOnly({ optional: true, example: '2024-09-30' })
  windowEnd?: string | null;

  @Text({
    optional: true,
    description: 'The window in the words of the source',
    example: 'first nine months of 2024',
  })
  windowTextEn?: string | null;

  @Text({ optional: true, example: 'primeros nueve meses de 2024' })
  windowTextEs?: string | null;

  @DateOnly({ optional: true, description: 'Day on which it was so', example: '2024-09-30' })
  asOf?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

/** A figure of the regional context as it is written. */
export class ContextFigureBody extends ContextFigureRow {
  @Nested(() => FigurePartDto, { many: true, max: 100 })
  disaggregation: FigurePartDto[];
}

const KEY = {
  max: 80,
  pattern: [/^[a-z0-9]+(_[a-z0-9]+)*$/, 'darien_crossings'] as [RegExp, string],
  example: 'darien_crossings',
  description: 'The same from year to year',
};

/** One row of a file of context figures. */
export class ContextFigureInput extends ContextFigureRow {
  @Whole(YEAR)
  year: number;

  @Text(KEY)
  key: string;
}

export class ContextFigureView extends ContextFigureBody {
  @Whole(YEAR)
  year: number;

  @Text(KEY)
  key: string;

  @Whole({ example: 1 })
  version: number;
}

export class ContextFiguresQuery {
  @Whole({ ...YEAR, optional: true })
  year?: number;
}

/** How many commitments of an area a source counts. */
export class AreaCountDto {
  @Text({
    optional: true,
    max: 80,
    description: 'Absent: the source gives the group without a label',
    example: 'protection',
  })
  areaKey: string | null;

  @Text({ example: 'Protection' })
  labelEn: string;

  @Text({ example: 'Protección' })
  labelEs: string;

  @Whole({ min: 0, max: 10_000, example: 17 })
  count: number;
}

/** What another source counts. */
export class OtherTotalDto {
  @Whole({ min: 0, max: 100_000, example: 49 })
  value: number;

  @OneOf(['exact', 'more_than'])
  qualifier: 'exact' | 'more_than';

  @Text({ max: 500, example: 'Factsheet of April 2022' })
  textEn: string;

  @Text({ max: 500, example: 'Hoja informativa de abril de 2022' })
  textEs: string;

  @Text({ max: 500, example: 'https://reliefweb.int/report' })
  source: string;
}

/** How many commitments a State published, as it is written. */
export class PublishedCountBody {
  @Nested(() => AreaCountDto, { many: true, max: 30, description: 'Their sum is what the State published' })
  areaSplit: AreaCountDto[];

  @Nested(() => OtherTotalDto, { many: true, max: 30 })
  otherTotals: OtherTotalDto[];

  @LongText({ optional: true, max: 2000 })
  caveatEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  caveatEs?: string | null;

  @TextList(SOURCES)
  sources: string[];
}

export class PublishedCountView extends PublishedCountBody {
  @Text(PLACE)
  place: string;

  @Whole({ example: 33, optional: true, description: 'Sum of the split; null where a source gives none' })
  published: number | null;

  @Whole({ example: 1 })
  version: number;
}

/** A figure’s year and key in an address. */
export class FigureParam {
  @Whole(YEAR)
  year: number;

  @Text(KEY)
  key: string;
}
