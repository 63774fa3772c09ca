import { QUALIFIERS, type Qualifier } from '#features/progress';
import { LongText, Nested, Num, OneOf, Text, Uuid, Whole } from '#platform/http';
import {
  OBSERVATION_STATES,
  type ObservationRole,
  type ObservationState,
  ROLES,
  YEAR_PARTS,
  type YearPart,
} from './indicator.vocabulary.js';
import { PLACE_CODE } from './indicator.dto.js';

export class SeriesQuery {
  @Text({ ...PLACE_CODE, optional: true, description: 'Only this place' })
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
  @Text({ ...PLACE_CODE, description: 'Code of a State, or REGION' })
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

  @Text(PLACE_CODE)
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
