import type { Lang } from '#platform/http';
import type { Material } from '../report.material.js';
import { type AnnexCell, type AnnexTable, column } from './annex.table.js';
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
  date: { en: 'day', es: 'día' },
  yes_no: { en: 'yes or no', es: 'sí o no' },
};

const dictionary = (tables: readonly AnnexTable[], lang: Lang): AnnexTable => ({
  key: 'dictionary',
  title: { en: 'Dictionary', es: 'Diccionario' },
  columns: [
    column('table', 'text', 'Table', 'Tabla', 'Name of the sheet', 'Nombre de la hoja'),
    column('column', 'text', 'Column', 'Columna', 'Its heading', 'Su encabezado'),
    column('key', 'text', 'Key', 'Clave', 'The same in every language', 'La misma en todos los idiomas'),
    column('type', 'text', 'Type', 'Tipo', 'Of its values', 'De sus valores'),
    column('about', 'text', 'What it holds', 'Qué contiene', 'Explanation', 'Explicación'),
  ],
  rows: tables.flatMap(({ title, columns }) =>
    columns.map((each): AnnexCell[] => [
      title[lang],
      each.title[lang],
      each.key,
      TYPES[each.type][lang],
      each.about[lang],
    ]),
  ),
});
