import type { Lang } from '#platform/http';
import type { ImportDefinition } from './import-definition.js';

export const TEMPLATE_FORMATS = ['xlsx', 'csv'] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

const WORDS = {
  rows: { en: 'Rows', es: 'Filas' },
  columns: { en: 'Columns', es: 'Columnas' },
  column: { en: 'Column', es: 'Columna' },
  required: { en: 'Required', es: 'Obligatoria' },
  yes: { en: 'yes', es: 'sí' },
  about: { en: 'What goes in', es: 'Qué lleva' },
  words: { en: 'Words that it takes', es: 'Palabras que admite' },
};

/**
 * An empty table to fill in: the headings in one language and, in a workbook, a second sheet that tells what goes into
 * each column.
 */
export async function templateOf(
  { columns }: ImportDefinition<unknown>,
  format: TemplateFormat,
  lang: Lang,
): Promise<Uint8Array> {
  const headings = columns.map((column) => column[lang]);
  if (format === 'csv') return new TextEncoder().encode(`\uFEFF${headings.map(quoted).join(',')}\r\n`);
  const { writeXlsx } = await import('hucre/xlsx');
  const explained = columns.map((column) => [
    column[lang],
    column.required ? WORDS.yes[lang] : '',
    column.description[lang],
    Object.values(column.words ?? {})
      .map((word) => word[lang])
      .join('; '),
  ]);
  const told = [WORDS.column, WORDS.required, WORDS.about, WORDS.words].map((word) => word[lang]);
  return writeXlsx({
    sheets: [
      sheet(
        WORDS.rows[lang],
        [headings],
        headings.map((heading) => heading.length + 4),
      ),
      sheet(WORDS.columns[lang], [told, ...explained], [32, 12, 60, 60]),
    ],
  });
}

/** A sheet whose first row stands out and stays in sight. */
const sheet = (name: string, rows: string[][], widths: number[]) => ({
  name,
  rows,
  columns: widths.map((width) => ({ width })),
  cells: new Map((rows[0] ?? []).map((value, at) => [`0,${at}`, { value, style: { font: { bold: true } } }])),
  freezePane: { rows: 1 },
});

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
