import pg from 'pg';

type Reader = (text: string) => unknown;

const readerOf = (type: number): Reader =>
  (pg.types.getTypeParser as (type: number, format: 'text') => Reader)(type, 'text');

const TEXT_ARRAY = 1009;
const arrayOf = readerOf(TEXT_ARRAY);

const READERS: Partial<Record<number, Reader>> = {
  [pg.types.builtins.NUMERIC]: Number,
  // Connections speak UTC (see data-source.ts): 2024-10-08 15:00:00.5+00
  [pg.types.builtins.TIMESTAMPTZ]: (text) => `${text.slice(0, 10)}T${text.slice(11)}:00`,
  [TEXT_ARRAY]: (text) => (text === '{}' ? [] : arrayOf(text)),
};

/** Reads columns as PostgreSQL itself would put them into JSON, so that `JSON.stringify` of a row says the same. */
export const AS_IN_JSON: pg.CustomTypesConfig = {
  getTypeParser: (type: number) => READERS[type] ?? readerOf(type),
};
