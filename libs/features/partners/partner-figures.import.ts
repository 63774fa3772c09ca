import { BASES, QUALIFIERS, VALUE_STATES } from '#features/progress';
import { type Bilingual, OneOf, Text, Whole } from '#platform/http';
import { defineImport, type ImportColumn } from '#platform/tables';
import { KEY, PartnerFigureInput, YEAR } from './partner.input.js';
import { partnerFigureProblems } from './partner.rules.js';
import { DOCUMENT_LANGUAGES, type DocumentLanguage, PARTNER_VALUE_TYPES } from './partner.vocabulary.js';

/** One row of a file: a figure, and the sheet that it stands in. */
export class PartnerFigureRow extends PartnerFigureInput {
  @Text(KEY)
  sheet: string;

  @Text({ max: 70, example: 'REG:UNHCR' })
  partner: string;

  @Whole(YEAR)
  year: number;

  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], example: 'MX' })
  state?: string | null;

  @Text({ max: 300, example: 'UNHCR in Mexico, 2024' })
  titleEn: string;

  @Text({ max: 300, example: 'ACNUR en México, 2024' })
  titleEs: string;

  @Text({ max: 500, example: 'UNHCR Annual Results Report 2024, Mexico' })
  document: string;

  @OneOf(DOCUMENT_LANGUAGES, { optional: true })
  language?: DocumentLanguage | null;
}

const column = (
  en: string,
  es: string,
  description: Bilingual,
  rest: Partial<ImportColumn> = {},
): ImportColumn => ({ en, es, description, ...rest });

const words = (list: readonly string[]): Bilingual => ({ en: list.join(', '), es: list.join(', ') });
const ANY: Bilingual = { en: 'May be left out', es: 'Puede omitirse' };
const DAY: Bilingual = { en: 'A day: 2024-12-31', es: 'Una fecha: 2024-12-31' };
const SEMICOLONS: Bilingual = { en: 'Several with semicolons', es: 'Varios con punto y coma' };
const NEEDED = { required: true };

/**
 * `mirps import partner-figures FILE`: figures of partners, one a row, each with the sheet that it stands in. A sheet that is not
 * known is entered; one that is known must be the same; a figure whose code is known is replaced.
 */
export const partnerFiguresImport = defineImport({
  kind: 'partner-figures',
  about: { en: 'figures of partners by sheet and code', es: 'cifras de socios por ficha y código' },
  dto: PartnerFigureRow,
  key: ({ sheet, code }) => `${sheet} ${code}`,
  refuses: partnerFigureProblems,
  columns: {
    sheet: column('Sheet', 'Ficha', { en: 'Its key: UNHCR-MX-2024', es: 'Su clave: UNHCR-MX-2024' }, NEEDED),
    partner: column(
      'Partner',
      'Socio',
      { en: 'Key of an institution: REG:UNHCR', es: 'Clave de una institución: REG:UNHCR' },
      NEEDED,
    ),
    year: column('Year', 'Año', { en: '2024', es: '2024' }, NEEDED),
    state: column('State', 'Estado', {
      en: 'Its code; empty: the region',
      es: 'Su código; vacío: la región',
    }),
    titleEn: column(
      'Title in English',
      'Título en inglés',
      { en: 'Of the sheet', es: 'De la ficha' },
      NEEDED,
    ),
    titleEs: column(
      'Title in Spanish',
      'Título en español',
      { en: 'Of the sheet', es: 'De la ficha' },
      NEEDED,
    ),
    document: column(
      'Document',
      'Documento',
      { en: 'The document of the sheet', es: 'El documento de la ficha' },
      NEEDED,
    ),
    language: column('Language', 'Idioma', words(DOCUMENT_LANGUAGES)),
    code: column(
      'Code',
      'Código',
      { en: 'Of the figure within the sheet: asylum-claims', es: 'De la cifra en la ficha: asylum-claims' },
      NEEDED,
    ),
    labelEn: column(
      'Label in English',
      'Etiqueta en inglés',
      { en: 'What is counted', es: 'Qué se cuenta' },
      NEEDED,
    ),
    labelEs: column(
      'Label in Spanish',
      'Etiqueta en español',
      { en: 'What is counted', es: 'Qué se cuenta' },
      NEEDED,
    ),
    valueType: column('Type', 'Tipo', words(PARTNER_VALUE_TYPES), NEEDED),
    valueState: column('State of the value', 'Estado del valor', words(VALUE_STATES)),
    value: column('Value', 'Valor', { en: 'Digits with a point: 97.43', es: 'Dígitos con punto: 97.43' }),
    qualifier: column('Qualifier', 'Calificador', words(QUALIFIERS)),
    basis: column('Basis', 'Base', words(BASES)),
    unitEn: column('Unit in English', 'Unidad en inglés', { en: 'people', es: 'people' }),
    unitEs: column('Unit in Spanish', 'Unidad en español', { en: 'personas', es: 'personas' }),
    currency: column('Currency', 'Moneda', { en: 'USD', es: 'USD' }),
    windowStart: column('From', 'Desde', DAY),
    windowEnd: column('To', 'Hasta', DAY),
    asOf: column('As of', 'A la fecha', DAY),
    population: column('Population', 'Población', ANY),
    place: column('Place', 'Lugar', ANY),
    footnoteEn: column('Footnote in English', 'Nota en inglés', ANY),
    footnoteEs: column('Footnote in Spanish', 'Nota en español', ANY),
    page: column('Page', 'Página', ANY),
    source: column('Other source', 'Otra fuente', {
      en: 'Only where it is not the document',
      es: 'Solo si no es el documento',
    }),
    commitments: column('Commitments', 'Compromisos', SEMICOLONS, { list: true }),
    indicators: column('Indicators', 'Indicadores', SEMICOLONS, { list: true }),
  },
});
