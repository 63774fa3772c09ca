import type { Bilingual } from '#platform/http';

/** `whole` counts; `percent` is 0 to 100, which a workbook shows as a percentage; `date` is a day, `2024-09-30`. */
export type AnnexType = 'text' | 'number' | 'whole' | 'percent' | 'date' | 'yes_no';
export type AnnexCell = string | number | boolean | null;

/** What else is known of a column. */
export interface ColumnTraits {
  /** In what its values are measured; numbers say it. */
  unit?: Bilingual;
  /** Where its values come from, if not from where those of its table do. */
  from?: Bilingual;
  /** The only ones that it takes, beside none at all. */
  values?: readonly string[];
}

/** A column of a table of data, with what the dictionary says of it. */
export interface AnnexColumn extends ColumnTraits {
  /** The same in every language. */
  key: string;
  type: AnnexType;
  title: Bilingual;
  about: Bilingual;
}

/** One table of the annex; an empty cell says that nothing is known or nothing applies, never zero. */
export interface AnnexTable {
  key: string;
  title: Bilingual;
  /** Where its values come from. */
  from: Bilingual;
  /** Keys of the columns that tell its rows apart; none where a row may have nothing in them. */
  primaryKey?: readonly string[];
  /** A column that names a row of another table by that one's column of the same key. */
  pointsTo?: { table: string; column: string };
  columns: readonly AnnexColumn[];
  rows: readonly (readonly AnnexCell[])[];
}

export const column = (
  key: string,
  type: AnnexType,
  en: string,
  es: string,
  aboutEn: string,
  aboutEs: string,
  traits: ColumnTraits = {},
): AnnexColumn => ({ key, type, title: { en, es }, about: { en: aboutEn, es: aboutEs }, ...traits });

/** Units that many columns have. */
export const COMMITMENTS: Bilingual = { en: 'commitments', es: 'compromisos' };
export const PERCENT: Bilingual = {
  en: '% (0 to 100; in the workbook a percentage)',
  es: '% (de 0 a 100; en el libro, un porcentaje)',
};
export const IN_UNIT: Bilingual = { en: 'what the column Unit says', es: 'lo que dice la columna Unidad' };
export const IN_CURRENCY: Bilingual = {
  en: 'the currency of the column Currency',
  es: 'la moneda de la columna Moneda',
};

/** Decimal text as a number. */
export const numberOf = (value: string | null | undefined): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);

/** Columns that many tables have. */
export const STATE_CODE = column(
  'state_code',
  'text',
  'State, code',
  'Estado, código',
  'ISO 3166-1, two letters',
  'ISO 3166-1, dos letras',
);
export const STATE = column('state', 'text', 'State', 'Estado', 'Name', 'Nombre');
export const AREA_KEY = column(
  'area_key',
  'text',
  'Area, key',
  'Área, clave',
  'The same in every language',
  'La misma en todos los idiomas',
);
export const AREA = column('area', 'text', 'Area', 'Área', 'Name', 'Nombre');
export const SOURCE = column(
  'source',
  'text',
  'Source',
  'Fuente',
  'Document or address that states it',
  'Documento o dirección que lo afirma',
);
export const UPDATE_ID = column(
  'update_id',
  'text',
  'Update',
  'Actualización',
  'Id of the approved update behind it',
  'Id de la actualización aprobada que lo sustenta',
);
