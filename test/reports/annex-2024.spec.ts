import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { type RenderedReport, renderReport, type ReportFormat } from '#features/reports';
import { readCsv } from '../../libs/platform/tables/csv.js';
import { snapshot2024 } from '../factories/snapshot-2024.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const sample = snapshot2024('annual');
const FORMULA = '=HYPERLINK("https://x.example")';
const content = {
  ...sample,
  facts: sample.facts.map((fact, i) => (i === 0 ? { ...fact, noteEn: FORMULA, noteEs: FORMULA } : fact)),
};
const render = (format: ReportFormat): Promise<RenderedReport> =>
  renderReport(content, origin, 'annual', 'es', format, 'https://mirps.example.org');

describe('the workbook with the data of 2024', () => {
  let rendered: RenderedReport;
  let sheets: Sheet[];
  let xml: Record<string, string>;
  const sheet = (name: string): Sheet => sheets.find((each) => each.name === name) as Sheet;
  const columnOf = (name: string, heading: string): unknown[] => {
    const [head = [], ...rows] = sheet(name).rows;
    return rows.map((cells) => cells[head.indexOf(heading)]);
  };

  beforeAll(async () => {
    rendered = await render('xlsx');
    const file = new Uint8Array(rendered.body as Buffer);
    sheets = (await readXlsx(file)).sheets;
    xml = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
  });

  it('has a sheet for each table, all of the snapshot in them, and a dictionary of every column', () => {
    expect(sheets.map(({ name, rows }) => [name, rows.length - 1])).toEqual([
      ['Compromisos', 231],
      ['Agregados', sample.cells.length],
      ['Hechos', 199],
      ['Cifras', 171],
      ['Desgloses', expect.any(Number)],
      ['Promesas', 4],
      ['Proyectos', expect.any(Number)],
      ['Diccionario', expect.any(Number)],
    ]);
    const columns = sheets.reduce((sum, { rows }) => sum + (rows[0]?.length ?? 0), 0);
    expect(sheet('Diccionario').rows).toHaveLength(columns + 1);
    expect(
      sheet('Diccionario')
        .rows.flat()
        .filter((cell) => cell === null || cell === ''),
    ).toEqual([]);
  });

  it('has every pledge with its team, and every project with its State, percentage and end', () => {
    expect(columnOf('Promesas', 'Promesa')).toContain('Sistemas de asilo');
    expect(columnOf('Promesas', 'Equipo, clave')).toContain('RTT-RA');
    const told = (['mirps_fund', 'good_practice_projects'] as const).flatMap((key) => {
      const section = sample.others.regional.find(({ id }) => id === key)?.content as
        | { projects?: { key: string; percentCompleteReported: number | null }[] }
        | undefined;
      return section?.projects ?? [];
    });
    expect(columnOf('Proyectos', 'Clave')).toEqual(told.map(({ key }) => key));
    expect(columnOf('Proyectos', 'Avance, %').map((percent) => percent ?? null)).toEqual(
      told.map(({ percentCompleteReported: percent }) => percent && percent / 100),
    );
    expect(columnOf('Proyectos', 'Fin previsto').some((day) => day instanceof Date)).toBe(true);
  });

  it('has numbers as numbers, days as days, and nothing where nothing is known', () => {
    expect(columnOf('Cifras', 'Valor').filter((value) => typeof value === 'number').length).toBe(
      sample.figures.filter(({ value }) => value !== null).length,
    );
    expect(columnOf('Cifras', 'Desde').some((day) => day instanceof Date)).toBe(true);
    const percents = columnOf('Compromisos', 'Avance, %');
    expect(percents.filter((percent) => typeof percent === 'number').length).toBe(
      sample.updates.filter(({ percent }) => percent !== null).length,
    );
    expect(percents).not.toContain(0);
    expect(Math.max(...percents.filter((percent) => typeof percent === 'number'))).toBe(
      Math.max(...sample.updates.map(({ percent }) => Number(percent ?? 0))) / 100,
    );
    expect(xml['xl/styles.xml']).toContain('0.0%');
  });

  it('says of every number in what it is measured, and of every column where it comes from', () => {
    const [numbers, units] = [columnOf('Diccionario', 'Tipo'), columnOf('Diccionario', 'Unidad')];
    const without = numbers.flatMap((type, i) =>
      ['número', 'número entero', 'porcentaje'].includes(String(type)) && units[i] === 'sin unidad'
        ? [i]
        : [],
    );
    expect(without).toEqual([]);
    expect(units).toEqual(expect.arrayContaining(['compromisos', 'puntos porcentuales']));
    expect(columnOf('Diccionario', 'Archivo')).toContain('dictionary');
    expect(columnOf('Diccionario', 'Fuente')).toContain('Planes de Acción Nacionales vigentes');
  });

  it('keeps its heads in sight, filters, and runs no text as a formula', () => {
    const pages = Object.entries(xml).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(
      pages.filter(([, text]) => !text.includes('state="frozen"') || !text.includes('<autoFilter')),
    ).toEqual([]);
    expect(pages.filter(([, text]) => text.includes('<f>'))).toEqual([]);
    expect(columnOf('Hechos', 'Nota')).toContain(FORMULA);
  });

  it('has the same bytes again', async () => {
    expect((await render('xlsx')).sha256).toBe(rendered.sha256);
  });
});

interface Field {
  name: string;
  type: 'string' | 'number' | 'integer' | 'date' | 'boolean';
  constraints: { required?: boolean; minimum?: number; maximum?: number; enum?: string[] };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  dialect: { delimiter: string; lineTerminator: string; quoteChar: string; header: boolean };
  schema: {
    fields: Field[];
    primaryKey?: string[];
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  };
}
interface ListSchema {
  items: { required: string[]; properties: Record<string, { type: string | string[]; enum?: unknown[] }> };
}
type Row = Record<string, string | number | boolean | null>;

const WRITTEN: Record<Field['type'], RegExp> = {
  string: /^/,
  number: /^-?\d+(\.\d+)?$/,
  integer: /^\d+$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  boolean: /^(true|false)$/,
};

/** What is wrong with a value as a file has it; nothing when it is as its column says. */
function problem(value: string, { type, constraints }: Field): string | null {
  if (value === '') return constraints.required ? 'is missing' : null;
  if (!WRITTEN[type].test(value)) return `is no ${type}`;
  if (constraints.enum && !constraints.enum.includes(value)) return 'is not among its values';
  const { minimum = -Infinity, maximum = Infinity } = constraints;
  return type !== 'string' && (Number(value) < minimum || Number(value) > maximum)
    ? 'is out of bounds'
    : null;
}

describe('the tables of 2024 as files', () => {
  let rendered: RenderedReport;
  let files: Record<string, string>;
  let resources: Resource[];
  let snapshot: unknown;
  let data: Record<string, Row[]>;
  const rowsOf = (name: string): string[][] =>
    readCsv(files[`${name}.csv`] ?? '').records.map(({ fields }) => fields);
  const resourceOf = (name: string): Resource => resources.find((each) => each.name === name) as Resource;

  beforeAll(async () => {
    rendered = await render('csv');
    files = Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(rendered.body as Buffer))).map(([name, part]) => [
        name,
        Buffer.from(part).toString('utf8'),
      ]),
    );
    ({ resources, snapshot } = JSON.parse(files['datapackage.json'] ?? '') as {
      resources: Resource[];
      snapshot: unknown;
    });
    const { $schema, ...lists } = JSON.parse(files['data.json'] ?? '') as Record<string, never>;
    expect(files[$schema ?? 'none']).toBeDefined();
    data = lists;
  });

  it('say the same as CSV and as JSON, and no formula', async () => {
    expect(snapshot).toEqual(origin);
    expect(resources.map(({ name }) => name)).toEqual(Object.keys(data));
    for (const { name, schema } of resources) {
      const names = schema.fields.map((field) => field.name);
      const [head, ...rows] = rowsOf(name);
      expect(head).toEqual(names);
      expect(rows).toHaveLength(data[name]?.length ?? 0);
      expect(Object.keys(data[name]?.[0] ?? {})).toEqual(names);
    }
    expect(data.facts).toHaveLength(199);
    expect(data.facts?.map(({ note }) => note)).toContain(FORMULA);
    expect(files['facts.csv']).toContain(`"'=HYPERLINK(""https://x.example"")"`);
    expect((await render('csv')).sha256).toBe(rendered.sha256);
  });

  it('are written as the package says: their mark, dialect, size and hash', () => {
    for (const { path, bytes, hash, dialect } of resources) {
      const text = files[path] ?? '';
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(Buffer.byteLength(text)).toBe(bytes);
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
      expect([dialect.delimiter, dialect.lineTerminator, dialect.quoteChar, dialect.header]).toEqual([
        ',',
        '\r\n',
        '"',
        true,
      ]);
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });

  it('hold values of the types and within the bounds of their columns alone', () => {
    const wrong = resources.flatMap(({ name, schema }) =>
      rowsOf(name)
        .slice(1)
        .flatMap((cells, row) =>
          schema.fields.flatMap((field, i) => {
            const what = problem(cells[i] ?? '', field);
            return what ? [`${name} ${row + 1} ${field.name}: ${cells[i]} ${what}`] : [];
          }),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('tell rows apart by their keys, and point to rows that are there', () => {
    const keyed = resources.filter(({ schema }) => schema.primaryKey);
    expect(keyed.map(({ name }) => name)).toEqual([
      'commitments',
      'facts',
      'figures',
      'pledges',
      'projects',
      'dictionary',
    ]);
    for (const { name, schema } of keyed) {
      const keys = (data[name] ?? []).map((row) => JSON.stringify(schema.primaryKey?.map((key) => row[key])));
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
    }
    const pointers = resources.flatMap(({ name, schema }) =>
      (schema.foreignKeys ?? []).map(({ fields, reference }) => ({ name, fields, reference })),
    );
    expect(pointers.map(({ name, reference }) => `${name} ${reference.resource}`)).toEqual([
      'figures facts',
      'breakdowns figures',
    ]);
    for (const { name, fields, reference } of pointers) {
      expect(resourceOf(reference.resource).schema.primaryKey).toEqual([reference.fields]);
      const there = new Set((data[reference.resource] ?? []).map((row) => row[reference.fields]));
      expect((data[name] ?? []).filter((row) => !there.has(row[fields] ?? null))).toEqual([]);
    }
  });

  it('come as JSON with a schema that each of their values keeps', () => {
    const { properties, required } = JSON.parse(files['data.schema.json'] ?? '') as {
      properties: Record<string, ListSchema>;
      required: string[];
    };
    expect(required).toEqual(Object.keys(data));
    const typeOf = (value: unknown): string =>
      value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;
    const wrong = Object.entries(data).flatMap(([name, rows]) =>
      rows.flatMap((row) =>
        Object.entries(row).flatMap(([key, value]) => {
          const schema = properties[name]?.items.properties[key];
          const types = [schema?.type ?? []].flat();
          const fits =
            types.includes(typeOf(value)) || (typeOf(value) === 'integer' && types.includes('number'));
          return fits && (schema?.enum?.includes(value) ?? true) ? [] : [`${name} ${key}: ${String(value)}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
