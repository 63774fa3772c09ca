import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { type RenderedReport, renderReport, type ReportFormat } from '#features/reports';
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
    const columns = sheets.slice(0, -1).reduce((sum, { rows }) => sum + (rows[0]?.length ?? 0), 0);
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
      told.map(({ percentCompleteReported }) => percentCompleteReported),
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

describe('the tables of 2024 as files', () => {
  it('say the same as CSV and as JSON, with the types of the columns, and no formula', async () => {
    const rendered = await render('csv');
    const files = Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(rendered.body as Buffer))).map(([name, part]) => [
        name,
        strFromU8(part),
      ]),
    );
    const { resources, snapshot } = JSON.parse(files['datapackage.json'] ?? '') as {
      snapshot: unknown;
      resources: { path: string; name: string; schema: { fields: { name: string }[] } }[];
    };
    const data = JSON.parse(files['data.json'] ?? '') as Record<string, Record<string, unknown>[]>;
    expect(snapshot).toEqual(origin);
    for (const { path, name, schema } of resources) {
      expect(files[path]?.split('\r\n', 1)[0]).toBe(schema.fields.map((field) => field.name).join(','));
      expect(Object.keys(data[name]?.[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
    }
    expect(data.facts).toHaveLength(199);
    expect(data.facts?.map(({ note }) => note)).toContain(FORMULA);
    expect(files['facts.csv']).toContain(`"'=HYPERLINK(""https://x.example"")"`);
    expect((await render('csv')).sha256).toBe(rendered.sha256);
  });
});
