import type { Bilingual, Lang } from '#platform/http';
import type { Material } from '../report.material.js';
import { type AnnexCell, type AnnexColumn, type AnnexTable, column } from './annex.table.js';
import { breakdownsAnnex, factsAnnex, figuresAnnex } from './facts.annex.js';
import { commitmentsAnnex } from './progress.annex.js';
import { pledgesAnnex, projectsAnnex } from './pledges.annex.js';
import { budgetAnnex, indicatorsAnnex } from './regional.annex.js';
import { rollupsAnnex } from './rollups.annex.js';

const TABLES = [
  commitmentsAnnex,
  rollupsAnnex,
  factsAnnex,
  figuresAnnex,
  breakdownsAnnex,
  indicatorsAnnex,
  budgetAnnex,
  pledgesAnnex,
  projectsAnnex,
];

/** The data of a snapshot as tables, those with rows; the last is the dictionary that tells what each column holds. */
export function annexTables(material: Material): AnnexTable[] {
  const tables = TABLES.map((table) => table(material)).filter(({ rows }) => rows.length > 0);
  return [...tables, dictionary(tables, material.lang)];
}

const TYPES = {
  text: { en: 'text', es: 'texto' },
  number: { en: 'number', es: 'número' },
  whole: { en: 'whole number', es: 'número entero' },
  percent: { en: 'percentage', es: 'porcentaje' },
  date: { en: 'day', es: 'día' },
  yes_no: { en: 'yes or no', es: 'sí o no' },
};

const NO_UNIT: Bilingual = { en: 'no unit', es: 'sin unidad' };

const dictionary = (tables: readonly AnnexTable[], lang: Lang): AnnexTable => {
  const itself: AnnexTable = { ...DICTIONARY, rows: [] };
  const rowOf = ({ key, title, from }: AnnexTable, each: AnnexColumn): AnnexCell[] => [
    title[lang],
    key,
    each.title[lang],
    each.key,
    TYPES[each.type][lang],
    (each.unit ?? NO_UNIT)[lang],
    each.about[lang],
    (each.from ?? from)[lang],
  ];
  return {
    ...itself,
    rows: [...tables, itself].flatMap((table) => table.columns.map((each) => rowOf(table, each))),
  };
};

const DICTIONARY: Omit<AnnexTable, 'rows'> = {
  key: 'dictionary',
  title: { en: 'Dictionary', es: 'Diccionario' },
  from: { en: 'This annex', es: 'Este anexo' },
  primaryKey: ['file', 'key'],
  columns: [
    column('table', 'text', 'Table', 'Tabla', 'Name of the sheet', 'Nombre de la hoja'),
    column(
      'file',
      'text',
      'File',
      'Archivo',
      'Name of the CSV file, and of the list in data.json',
      'Nombre del archivo CSV y de la lista en data.json',
    ),
    column('column', 'text', 'Column', 'Columna', 'Its heading', 'Su encabezado'),
    column('key', 'text', 'Key', 'Clave', 'The same in every language', 'La misma en todos los idiomas'),
    column('type', 'text', 'Type', 'Tipo', 'Of its values', 'De sus valores'),
    column(
      'unit',
      'text',
      'Unit',
      'Unidad',
      'In what its values are measured',
      'En qué se miden sus valores',
    ),
    column('about', 'text', 'What it holds', 'Qué contiene', 'Explanation', 'Explicación'),
    column('source', 'text', 'Source', 'Fuente', 'Where its values come from', 'De dónde vienen sus valores'),
  ],
};
