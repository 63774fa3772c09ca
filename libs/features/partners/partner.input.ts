import {
  BASES,
  type Basis,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  type ValueState,
} from '#features/progress';
import { DateOnly, LongText, Num, OneOf, PageQuery, Text, TextList, Uuid, Whole } from '#platform/http';
import {
  DOCUMENT_LANGUAGES,
  type DocumentLanguage,
  PARTNER_VALUE_TYPES,
  type PartnerValueType,
} from './partner.vocabulary.js';

export const KEY = {
  max: 60,
  pattern: [/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'UNHCR-MX-2024'] as [RegExp, string],
  example: 'UNHCR-MX-2024',
};
export const CODE = {
  ...KEY,
  pattern: [KEY.pattern[0], 'asylum-claims'] as [RegExp, string],
  example: 'asylum-claims',
};
export const YEAR = { min: 2017, max: 2100, example: 2024 };
const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

/** What a sheet says of itself. */
export class PartnerSheetInput {
  @Text(KEY)
  key: string;

  @Text({ max: 70, example: 'REG:UNHCR', description: 'Key of the institution whose figures they are' })
  partner: string;

  @Whole(YEAR)
  year: number;

  @Text({ ...STATE, optional: true, description: 'Left out: the region' })
  state?: string | null;

  @Text({ max: 300, example: 'UNHCR in Mexico, 2024' })
  titleEn: string;

  @Text({ max: 300, example: 'ACNUR en México, 2024' })
  titleEs: string;

  @Text({ max: 500, example: 'UNHCR Annual Results Report 2024, Mexico', description: 'The document' })
  source: string;

  @OneOf(DOCUMENT_LANGUAGES, { optional: true, description: 'Of the document; left out: not known' })
  language?: DocumentLanguage | null;
}

/** What a figure says. */
export class PartnerFigureBody {
  @Text(CODE)
  code: string;

  @Text({ max: 300, example: 'Asylum claims' })
  labelEn: string;

  @Text({ max: 300, example: 'Solicitudes de asilo' })
  labelEs: string;

  @OneOf(PARTNER_VALUE_TYPES, { example: 'count' })
  valueType: PartnerValueType;

  @Num({
    optional: true,
    example: 78900,
    description: 'Null when unknown or not reported; yes is 1, no is 0',
  })
  value?: number | null;

  @Text({ optional: true, max: 100, example: 'claims' })
  unitEn?: string | null;

  @Text({ optional: true, max: 100, example: 'solicitudes' })
  unitEs?: string | null;

  @Text({ optional: true, max: 3, description: 'ISO 4217, for money', example: 'USD' })
  currency?: string | null;

  @DateOnly({ optional: true, example: '2024-01-01' })
  windowStart?: string | null;

  @DateOnly({ optional: true, example: '2024-12-31' })
  windowEnd?: string | null;

  @DateOnly({ optional: true, description: 'Day on which it was so', example: '2024-12-31' })
  asOf?: string | null;

  @Text({ optional: true, max: 120, description: 'Whom it is about', example: 'refugees' })
  population?: string | null;

  @Text({
    optional: true,
    max: 200,
    description: 'Narrower than the State, as the source names it',
    example: 'Tapachula',
  })
  place?: string | null;

  @LongText({ optional: true, max: 2000, example: 'For the whole year.' })
  footnoteEn?: string | null;

  @LongText({ optional: true, max: 2000, example: 'Para todo el año.' })
  footnoteEs?: string | null;

  @Text({ optional: true, max: 40, description: 'Where in the source', example: 'p. 12' })
  page?: string | null;

  @Text({
    optional: true,
    max: 500,
    description: 'Only where it is not the sheet’s',
    example: 'Press release',
  })
  source?: string | null;
}

/** A figure as it is written, under its code within the sheet. */
export class PartnerFigureInput extends PartnerFigureBody {
  @OneOf(VALUE_STATES, { optional: true, example: 'reported', description: 'Left out: reported' })
  valueState?: ValueState | null;

  @OneOf(QUALIFIERS, { optional: true, example: 'more_than', description: 'Left out: exact' })
  qualifier?: Qualifier | null;

  @OneOf(BASES, { optional: true, example: 'period', description: 'What the value covers; left out: period' })
  basis?: Basis | null;

  @TextList({ optional: true, max: 8, most: 100, example: ['MX-16'], description: 'Codes of commitments' })
  commitments?: string[];

  @TextList({
    optional: true,
    max: 120,
    most: 50,
    example: ['unhcr-results:outcome:2.1'],
    description: 'Indicators that measure the same: framework, level and code with colons',
  })
  indicators?: string[];
}

const PLACE = {
  optional: true,
  max: 6,
  pattern: [/^([A-Z]{2}|REGION)$/, 'MX'] as [RegExp, string],
  description: 'Code of a State, or REGION for what concerns all',
  example: 'MX',
};

export class PartnerSheetsQuery extends PageQuery {
  @Text({ optional: true, max: 70, example: 'REG:UNHCR' })
  partner?: string;

  @Whole({ ...YEAR, optional: true })
  year?: number;

  @Text(PLACE)
  state?: string;

  @Text({ optional: true, max: 100, description: 'Part of the key or the title', example: 'Mexico' })
  q?: string;
}

export class PartnerFiguresQuery extends PageQuery {
  @Text({ optional: true, max: 70, example: 'REG:UNHCR' })
  partner?: string;

  @Whole({ ...YEAR, optional: true })
  year?: number;

  @Text(PLACE)
  state?: string;

  @Uuid({ optional: true, description: 'Shown beside this commitment' })
  commitment?: string;

  @Uuid({ optional: true, description: 'Measures the same as this indicator' })
  indicator?: string;
}
