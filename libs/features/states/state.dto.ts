import { Bool, DateOnly, LongText, OneOf, PageQuery, Text, TextList, Uuid, Whole } from '#platform/http';
import { DATE_PRECISIONS, type DatePrecision, TERM_LISTS, type TermList } from './state.vocabulary.js';

const STATE_CODE = { min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

export class StateDto {
  @Text({ ...STATE_CODE, description: 'ISO 3166-1 alpha-2' })
  code: string;

  @Text({ example: 'MEX', description: 'ISO 3166-1 alpha-3' })
  alpha3: string;

  @Text({ example: 'Mexico' })
  nameEn: string;

  @Text({ example: 'México' })
  nameEs: string;

  @Text({ example: 'America/Mexico_City', description: 'IANA time zone; deadlines are local days in it' })
  timeZone: string;

  @TextList({ example: ['es'] })
  languages: string[];

  @Text({ optional: true, max: 500, description: 'Who follows the plan up at home' })
  mechanismEn: string | null;

  @Text({ optional: true, max: 500 })
  mechanismEs: string | null;

  @Whole({ example: 6, description: 'Order in lists and reports' })
  position: number;

  @Bool({ example: false, description: 'Whether a person may approve an update of his or her own' })
  allowSelfApproval: boolean;

  @Whole({ example: 1 })
  version: number;
}

export class StateChange {
  @Bool({
    optional: true,
    description: 'Whether a person may approve an update of his or her own',
    example: false,
  })
  allowSelfApproval?: boolean;

  @Text({
    optional: true,
    max: 1000,
    description: 'Why; needed where `allowSelfApproval` changes, and kept in the history of the State',
    example: 'One person coordinates until March',
  })
  reason?: string;

  @Text({ optional: true, max: 500, example: 'Inter-institutional Roundtable' })
  mechanismEn?: string | null;

  @Text({ optional: true, max: 500, example: 'Mesa Interinstitucional' })
  mechanismEs?: string | null;
}

export class AreaDto {
  @Text({ example: 'GT:internal_displacement' })
  key: string;

  @Text({ example: 'Internal displacement' })
  nameEn: string;

  @Text({ example: 'Desplazamiento interno' })
  nameEs: string;

  @Bool({ example: false, description: 'One of the five that all States share' })
  shared: boolean;

  @Text({ optional: true, example: 'GT' })
  stateCode: string | null;

  @Text({
    optional: true,
    example: 'protection',
    description: 'Shared area that regional rollups count it under; null: shown apart',
  })
  mapsTo: string | null;

  @Whole({ example: 6 })
  position: number;
}

export class AreasQuery {
  @Text({ ...STATE_CODE, optional: true, description: 'Shared areas and those of this State' })
  state?: string;
}

/** A term as it is written. */
export class PresidencyBody {
  @Text(STATE_CODE)
  stateCode: string;

  @DateOnly({ example: '2024-01-24' })
  startsOn: string;

  @OneOf(DATE_PRECISIONS, { description: 'How exactly the sources know the day' })
  startsPrecision: DatePrecision;

  @DateOnly({ optional: true, example: '2024-12-05', description: 'First day of the next one' })
  endsOn?: string | null;

  @OneOf(DATE_PRECISIONS, { optional: true })
  endsPrecision?: DatePrecision | null;

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @TextList({ max: 500, most: 30, example: ['2024 report'] })
  sources: string[];
}

const YEAR = { min: 2017, max: 2100, example: 2024, description: 'The year that people name it by' };

/** The year of a Presidency in an address. */
export class PresidencyParam {
  @Whole(YEAR)
  year: number;
}

export class PresidencyDto extends PresidencyBody {
  @Uuid()
  id: string;

  @Whole(YEAR)
  year: number;

  @Whole({ example: 1 })
  version: number;
}

export class PresidenciesQuery {
  @DateOnly({ optional: true, description: 'Only the one that holds on this day', example: '2024-07-01' })
  on?: string;
}

export class TermDto {
  @OneOf(TERM_LISTS)
  list: TermList;

  @Text({ example: 'asylum_seekers' })
  key: string;

  @Text({ example: 'Asylum-seekers' })
  nameEn: string;

  @Text({ example: 'Personas solicitantes de la condición de refugiado' })
  nameEs: string;

  @Whole({ example: 1 })
  position: number;
}

export class TermsQuery {
  @OneOf(TERM_LISTS, { optional: true })
  list?: TermList;
}

export class InstitutionDto {
  @Uuid()
  id: string;

  @Text({ example: 'MX:COMAR' })
  key: string;

  @Text({ optional: true, example: 'MX', description: 'Null: regional or international' })
  stateCode: string | null;

  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text({ example: 'Mexican Commission for Refugee Assistance' })
  nameEn: string;

  @Text({ example: 'Comisión Mexicana de Ayuda a Refugiados' })
  nameEs: string;

  @Text({ optional: true, max: 500, example: 'National Action Plan Mexico' })
  source: string | null;

  @Whole({ example: 1 })
  version: number;
}

export class InstitutionsQuery extends PageQuery {
  @Text({ ...STATE_CODE, optional: true, description: 'Institutions of this State and regional ones' })
  state?: string;

  @Text({ optional: true, max: 100, description: 'Part of the key, the acronym or a name', example: 'COMAR' })
  q?: string;
}

export class InstitutionInput {
  @Text({ optional: true, max: 40, example: 'COMAR' })
  acronym?: string | null;

  @Text({ max: 300, example: 'Mexican Commission for Refugee Assistance' })
  nameEn: string;

  @Text({ max: 300, example: 'Comisión Mexicana de Ayuda a Refugiados' })
  nameEs: string;

  @Text({ optional: true, max: 500, example: 'National Action Plan Mexico' })
  source?: string | null;
}
