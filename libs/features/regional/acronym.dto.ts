import { LongText, OneOf, Text, Whole } from '#platform/http';
import { TERM_KINDS, type TermKind } from './regional.vocabulary.js';

/** A State or the region, wherever it is named. */
export const PLACE = {
  max: 3,
  pattern: [/^([A-Z]{2}|REG)$/, 'MX'] as [RegExp, string],
  example: 'MX',
  description: 'Code of the State, or REG for the region',
};

/** An acronym as it is written, and as a row of a file. */
export class AcronymInput {
  @Text(PLACE)
  place: string;

  @Text({ max: 60, example: 'COMAR' })
  acronym: string;

  @Text({ max: 300, example: 'Mexican Commission for Refugee Assistance' })
  termEn: string;

  @Text({ max: 300, example: 'Comisión Mexicana de Ayuda a Refugiados' })
  termEs: string;

  @OneOf(TERM_KINDS)
  kind: TermKind;

  @Text({
    optional: true,
    max: 120,
    description: 'Key of the institution that it names',
    example: 'MX:COMAR',
  })
  institution?: string | null;

  @Text({ max: 500, example: 'MIRPS Annual Report 2024, list of acronyms' })
  source: string;

  @LongText({ optional: true, max: 1000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 1000 })
  noteEs?: string | null;
}

export class AcronymView extends AcronymInput {
  @Whole({ example: 1 })
  version: number;
}

export class AcronymsQuery {
  @Text({ ...PLACE, optional: true })
  place?: string;
}

/** A State or the region in an address. */
export class PlaceParam {
  @Text(PLACE)
  place: string;
}
