import { Bool, LongText, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform/http';
import {
  type Direction,
  DIRECTIONS,
  INDICATOR_BASES,
  INDICATOR_TYPES,
  type IndicatorBasis,
  type IndicatorType,
  type Level,
  LEVELS,
  OVER_PLACES,
  OVER_TIME,
  type OverPlaces,
  type OverTime,
} from './indicator.vocabulary.js';

export class FrameworkDto {
  @Text({ example: 'unhcr-results' })
  key: string;

  @Text({ example: 'UNHCR results' })
  nameEn: string;

  @Text({ example: 'Resultados de ACNUR' })
  nameEs: string;

  @Text({ example: 'UNHCR' })
  owner: string;

  @Whole({ example: 27, description: 'How many indicators it has' })
  indicators: number;
}

export class ScaleStep {
  @Text({ example: 'Moderate' })
  en: string;

  @Text({ example: 'Moderada' })
  es: string;
}

/** What an indicator is, without its key. */
export class IndicatorBody {
  @Text({ optional: true, max: 60, description: 'Area of the framework', example: 'OA13' })
  areaCode?: string | null;

  @Text({ max: 500, example: 'Share of people with their own income' })
  nameEn: string;

  @Text({ max: 500, example: 'Porcentaje de personas con ingresos propios' })
  nameEs: string;

  @OneOf(INDICATOR_TYPES, { example: 'percent' })
  valueType: IndicatorType;

  @Text({ optional: true, max: 80, example: 'percent' })
  unitEn?: string | null;

  @Text({ optional: true, max: 80, example: 'por ciento' })
  unitEs?: string | null;

  @Nested(() => ScaleStep, {
    many: true,
    max: 20,
    optional: true,
    description: 'Steps of an ordinal scale, lowest first; a value is the number of its step, from 1',
  })
  scale?: ScaleStep[] | null;

  @OneOf(DIRECTIONS, { example: 'higher_is_better' })
  direction: Direction;

  @Bool({ optional: true, description: 'The source does not state the direction', example: false })
  directionInferred?: boolean | null;

  @OneOf(INDICATOR_BASES, { example: 'period', description: 'What a value covers' })
  basis: IndicatorBasis;

  @OneOf(OVER_TIME, { example: 'share', description: 'How values of several periods are put together' })
  overTime: OverTime;

  @OneOf(OVER_PLACES, { example: 'share', description: 'How values of several places are put together' })
  overPlaces: OverPlaces;

  @LongText({ optional: true, max: 4000, example: 'Names are in our own words.' })
  noteEn?: string | null;

  @LongText({ optional: true, max: 4000, example: 'Los nombres están en nuestras palabras.' })
  noteEs?: string | null;

  @Text({ max: 500, example: 'UNHCR Annual Results Report 2024, Mexico' })
  source: string;
}

export class NewIndicator extends IndicatorBody {
  @Text({ max: 60, example: 'unhcr-results' })
  frameworkKey: string;

  @OneOf(LEVELS, { example: 'outcome' })
  level: Level;

  @Text({ max: 40, example: '13.1' })
  code: string;
}

export class IndicatorDto extends NewIndicator {
  @Uuid()
  id: string;

  @Bool({ description: 'False: an ordinal scale whose order nobody stated' })
  scaleOrdered: boolean;

  @Text({ optional: true, example: 'Livelihoods' })
  areaEn: string | null;

  @Text({ optional: true, example: 'Medios de vida' })
  areaEs: string | null;

  @Whole({ example: 1 })
  version: number;
}

/** An indicator in a list. */
export class IndicatorSummary extends IndicatorDto {
  @Whole({ example: 2, description: 'Series: places and populations' })
  seriesCount: number;

  @Whole({ optional: true, example: 2024, description: 'Latest year with an actual value' })
  latestYear: number | null;
}

/** Of a State, or REGION, as queries and bodies take it. */
export const PLACE_CODE = { max: 40, example: 'MX' } as const;

export class IndicatorsQuery extends PageQuery {
  @Text({ optional: true, max: 60, example: 'unhcr-results' })
  framework?: string;

  @OneOf(LEVELS, { optional: true, example: 'outcome' })
  level?: Level;

  @Text({ optional: true, max: 60, description: 'Area code', example: 'OA13' })
  area?: string;

  @Text({ ...PLACE_CODE, optional: true, description: 'With observations at this place' })
  state?: string;

  @Text({ optional: true, max: 80, example: 'idps' })
  population?: string;

  @Uuid({ optional: true, description: 'Linked to this commitment' })
  commitment?: string;

  @Text({ optional: true, max: 100, description: 'Part of the code or a name', example: 'asylum' })
  q?: string;
}
