import type { Bilingual } from '#platform/http';

/** `date` is a day, `2024-09-30`. */
export type AnnexType = 'text' | 'number' | 'date' | 'yes_no';
export type AnnexCell = string | number | boolean | null;

/** A column of a table of data, with what the dictionary says of it. */
export interface AnnexColumn {
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
): AnnexColumn => ({ key, type, title: { en, es }, about: { en: aboutEn, es: aboutEs } });

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
