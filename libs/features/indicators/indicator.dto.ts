import { QUALIFIERS, type Qualifier } from '#features/progress';
import { Bool, LongText, Nested, Num, OneOf, PageQuery, Text, Uuid, Whole } from '#platform/http';
import {
  type Direction,
  DIRECTIONS,
  INDICATOR_BASES,
  INDICATOR_TYPES,
  type IndicatorBasis,
  type IndicatorType,
  type Level,
  LEVELS,
  OBSERVATION_STATES,
  type ObservationRole,
  type ObservationState,
  OVER_PLACES,
  OVER_TIME,
  type OverPlaces,
  type OverTime,
  ROLES,
  YEAR_PARTS,
  type YearPart,
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

const STATE = { max: 40, example: 'MX' } as const;

export class IndicatorsQuery extends PageQuery {
  @Text({ optional: true, max: 60, example: 'unhcr-results' })
  framework?: string;

  @OneOf(LEVELS, { optional: true, example: 'outcome' })
  level?: Level;

  @Text({ optional: true, max: 60, description: 'Area code', example: 'OA13' })
  area?: string;

  @Text({ ...STATE, optional: true, description: 'With observations at this place' })
  state?: string;

  @Text({ optional: true, max: 80, example: 'idps' })
  population?: string;

  @Uuid({ optional: true, description: 'Linked to this commitment' })
  commitment?: string;

  @Text({ optional: true, max: 100, description: 'Part of the code or a name', example: 'asylum' })
  q?: string;
}

export class SeriesQuery {
  @Text({ ...STATE, optional: true, description: 'Only this place' })
  state?: string;

  @Text({ optional: true, max: 80, example: 'idps' })
  population?: string;

  @Whole({ optional: true, min: 1950, max: 2100, example: 2020 })
  from?: number;

  @Whole({ optional: true, min: 1950, max: 2100, example: 2024 })
  to?: number;
}

export class AggregateQuery extends SeriesQuery {
  @OneOf(['places', 'time'], { example: 'places', description: 'Put together over places, or over time' })
  over: 'places' | 'time';

  @OneOf(ROLES, { optional: true, example: 'actual' })
  role: ObservationRole = 'actual';
}

/** What an observation says. */
export class ObservationBody {
  @OneOf(OBSERVATION_STATES, {
    example: 'reported',
    description: 'A value, or which of the kinds of no value; zero is a reported value',
  })
  valueState: ObservationState;

  @Num({
    optional: true,
    example: 34.92,
    description: 'Of yes/no 1 or 0; of an ordinal scale the step from 1',
  })
  value?: number | null;

  @Num({ optional: true, example: 440 })
  numerator?: number | null;

  @Num({ optional: true, example: 1260 })
  denominator?: number | null;

  @Text({ optional: true, max: 3, pattern: [/^[A-Z]{3}$/, 'USD'], example: 'USD' })
  currency?: string | null;

  @OneOf(QUALIFIERS, { optional: true, example: 'exact' })
  qualifier?: Qualifier | null;

  @LongText({ optional: true, max: 2000, example: 'From the household survey.' })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000, example: 'De la encuesta de hogares.' })
  noteEs?: string | null;
}

export class NewObservation extends ObservationBody {
  @Text({ ...STATE, description: 'Code of a State, or REGION' })
  place: string;

  @Text({ max: 80, example: 'idps', description: '`country` for what concerns everybody' })
  populationKey: string;

  @Whole({ min: 1950, max: 2100, example: 2024 })
  year: number;

  @OneOf(YEAR_PARTS, { optional: true, example: 'year' })
  part?: YearPart | null;

  @OneOf(ROLES, { example: 'actual' })
  role: ObservationRole;

  @Text({ optional: true, max: 60, description: 'What a part is told apart by', example: 'sex' })
  dimension?: string | null;

  @Text({ optional: true, max: 120, example: 'women' })
  category?: string | null;

  @Text({ max: 500, example: 'UNHCR Annual Results Report 2024, Mexico' })
  source: string;
}

export class ObservationDto {
  @Uuid()
  id: string;

  @Whole({ example: 2024 })
  year: number;

  @OneOf(YEAR_PARTS)
  part: YearPart;

  @OneOf(ROLES)
  role: ObservationRole;

  @Text({ min: 0, example: 'sex', description: 'Empty for the total' })
  dimension: string;

  @Text({ min: 0, example: 'women' })
  category: string;

  @Text({ example: 'UNHCR Annual Results Report 2024, Mexico' })
  source: string;

  @OneOf(OBSERVATION_STATES)
  valueState: ObservationState;

  @Num({ optional: true, example: 34.92 })
  value: number | null;

  @Num({ optional: true })
  numerator: number | null;

  @Num({ optional: true })
  denominator: number | null;

  @Text({ optional: true })
  currency: string | null;

  @OneOf(QUALIFIERS)
  qualifier: Qualifier;

  @Text({ optional: true, example: '34.92%', description: 'As the source prints it' })
  printed: string | null;

  @LongText({ optional: true })
  noteEn: string | null;

  @LongText({ optional: true })
  noteEs: string | null;

  @Whole({ example: 1 })
  version: number;
}

export class DataNoteDto {
  @OneOf(['parts_differ', 'part_without_value', 'sources_differ'])
  kind: string;

  @Whole({ example: 2024 })
  year: number;

  @OneOf(YEAR_PARTS)
  part: string;

  @OneOf(ROLES)
  role: string;

  @Text({ example: 'By sex, the parts give 98; the total says 100.' })
  textEn: string;

  @Text({ example: 'Por sexo, las partes suman 98; el total dice 100.' })
  textEs: string;
}

export class SeriesDto {
  @Uuid()
  id: string;

  @Text(STATE)
  place: string;

  @Text({ example: 'Mexico' })
  placeEn: string;

  @Text({ example: 'México' })
  placeEs: string;

  @Text({ optional: true, example: 'MX' })
  stateCode: string | null;

  @Text({ example: 'idps' })
  populationKey: string;

  @Text({ example: 'Internally displaced people' })
  populationEn: string;

  @Text({ example: 'Personas desplazadas internas' })
  populationEs: string;

  @Text({ optional: true, description: 'Of sources that differ, the one that counts' })
  preferredSource: string | null;

  @Whole({ example: 1 })
  version: number;

  @Nested(() => ObservationDto, { many: true, description: 'By year, role, dimension and source' })
  observations: ObservationDto[];

  @Nested(() => DataNoteDto, { many: true })
  notes: DataNoteDto[];
}

export class PreferredSource {
  @Text({ optional: true, max: 500, description: 'One of the sources of the series; null: none' })
  source?: string | null;
}
