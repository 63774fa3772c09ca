import { Bool, DateOnly, Nested, Num, OneOf, Text, TextList, Uuid } from '#platform/http';
import {
  BASES,
  type Basis,
  FIGURE_ROLES,
  type FigureRole,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  VALUE_TYPES,
  type ValueState,
  type ValueType,
} from './progress.vocabulary.js';

/** One category of a figure's breakdown. */
export class FigurePartDto {
  @Text({ example: 'nationality' })
  dimension: string;

  @Text({ optional: true, description: 'The dimension as people read it', example: 'Nationality' })
  dimensionEn?: string | null;

  @Text({ optional: true, example: 'Nacionalidad' })
  dimensionEs?: string | null;

  @Text({ example: 'Honduras' })
  categoryEn: string;

  @Text({ example: 'Honduras' })
  categoryEs: string;

  @Num({ optional: true, example: 69.1 })
  value: number | null;

  @Text({ optional: true, max: 100, example: 'percent' })
  unitEn?: string | null;

  @Text({ optional: true, max: 100, example: 'por ciento' })
  unitEs?: string | null;
}

/** A value with everything needed to read it rightly. */
export class FigureDto {
  @Num({
    optional: true,
    description: 'Null exactly when `valueState` is unknown or not_reported; zero is a value',
    example: 156,
  })
  value: number | null;

  @OneOf(VALUE_STATES, { example: 'reported' })
  valueState: ValueState;

  @OneOf(VALUE_TYPES, { example: 'count' })
  valueType: ValueType;

  @OneOf(QUALIFIERS, { example: 'exact' })
  qualifier: Qualifier;

  @OneOf(BASES, { example: 'period' })
  basis: Basis;

  @OneOf(FIGURE_ROLES, { example: 'observed' })
  role: FigureRole;

  @Text({ optional: true, max: 100, example: 'interviews' })
  unitEn?: string | null;

  @Text({ optional: true, max: 100, example: 'entrevistas' })
  unitEs?: string | null;

  @Text({ optional: true, max: 3, description: 'ISO 4217, for money', example: 'USD' })
  currency?: string | null;

  @Bool({ optional: true, description: 'Converted from another currency', example: false })
  converted?: boolean;

  @DateOnly({ optional: true, description: 'Day of the exchange rate' })
  rateOn?: string | null;

  @Num({ optional: true, description: 'Part of a share', example: 40 })
  numerator?: number | null;

  @Num({ optional: true, description: 'Whole of a share', example: 120 })
  denominator?: number | null;

  @TextList({
    optional: true,
    most: 20,
    description: 'Levels from lowest to highest; the value is a place on it, from 1',
  })
  ordinalScale?: string[] | null;

  @DateOnly({ optional: true, example: '2024-01-01' })
  windowStart?: string | null;

  @DateOnly({ optional: true, example: '2024-09-30' })
  windowEnd?: string | null;

  @Text({
    optional: true,
    description: 'The window in the words of the source',
    example: 'January-September 2024',
  })
  windowTextEn?: string | null;

  @Text({ optional: true, example: 'enero a septiembre de 2024' })
  windowTextEs?: string | null;

  @Text({ optional: true, description: 'Whom it is about', example: 'asylum seekers' })
  population?: string | null;

  @Text({ optional: true, example: 'Interviews held' })
  labelEn?: string | null;

  @Text({ optional: true, example: 'Entrevistas realizadas' })
  labelEs?: string | null;

  @DateOnly({ optional: true, description: 'Day on which it was so', example: '2024-09-30' })
  asOf?: string | null;

  @Text({ optional: true, max: 500, example: 'Refugees Department' })
  source?: string | null;

  @Nested(() => FigurePartDto, { many: true, optional: true, max: 200 })
  disaggregation?: FigurePartDto[] | null;
}

/** A figure as it is read. */
export class FigureView extends FigureDto {
  @Uuid()
  id: string;
}
