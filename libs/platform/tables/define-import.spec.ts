import { describe, expect, it } from '@jest/globals';
import { DateOnly, Num, OneOf, Text, TextList } from '#platform/http';
import { writeXlsx } from 'hucre/xlsx';
import { defineImport } from './define-import.js';
import { type ImportFile, tableFile } from './import-file.js';
import { toldIn } from './row-problem.js';

class Row {
  @Text({ max: 10 })
  name: string;

  @Num({ optional: true, min: 0 })
  value?: number | null;

  @OneOf(['planned', 'done'])
  status: string;

  @DateOnly({ optional: true })
  on?: string | null;

  @TextList({ optional: true })
  tags?: string[] | null;
}

const about = { en: 'things', es: 'cosas' };
const things = defineImport({
  kind: 'things',
  about,
  dto: Row,
  key: ({ name }) => name,
  refuses: ({ status, on }) =>
    status === 'done' && !on
      ? [{ field: 'on', detail: { en: 'a done thing has a day', es: 'falta el día' } }]
      : [],
  columns: {
    name: { en: 'Name', es: 'Nombre', required: true, description: about },
    value: { en: 'Value', es: 'Valor', also: ['Amount'], description: about },
    status: {
      en: 'Status',
      es: 'Situación',
      required: true,
      description: about,
      words: { planned: { en: 'Planned', es: 'Planificado' }, done: { en: 'Done', es: 'Terminado' } },
    },
    on: { en: 'Day', es: 'Día', description: about },
    tags: { en: 'Tags', es: 'Etiquetas', list: true, description: about },
  },
});

const csv = (text: string): ImportFile => ({ format: 'csv', bytes: Buffer.from(text) });
const read = async (file: ImportFile, lang: 'en' | 'es' = 'en') => {
  const { rows, good, problems } = await things.read(file);
  return {
    rows,
    good: good.map(({ row, value }) => ({ row, ...value })),
    problems: problems.map((problem) => toldIn(lang, problem)),
  };
};

describe('An import of rows', () => {
  it('understands headings in English, in Spanish, by field and by a further name', async () => {
    for (const head of ['Name,Value,Status', 'NOMBRE,valor,Situacion', 'name,amount,status'])
      expect(await read(csv(`${head}\nA,1.5,done planned`.replace('done planned', 'planned')))).toEqual({
        rows: 1,
        good: [{ row: 2, name: 'A', value: 1.5, status: 'planned' }],
        problems: [],
      });
  });

  it('understands words by their label, lists by semicolons, and leaves empty cells out', async () => {
    const { good } = await read(csv('Nombre,Situación,Día,Etiquetas,Valor\nA,terminado,2024-07-01,x; y,'));
    expect(good).toEqual([{ row: 2, name: 'A', status: 'done', on: '2024-07-01', tags: ['x', 'y'] }]);
  });

  it('tells every problem at once, with row, heading and cell, in both languages', async () => {
    const file = csv(
      'Name,Amount,Status,Day\nA,"12,800",planned,\n,1,dancing,2024-02-31\nB,1,planned,\nB,-1,planned,\nC,1,done,\nD,1,planned,,9\n',
    );
    const { rows, good, problems } = await read(file);
    expect([rows, good.map(({ row }) => row)]).toEqual([6, [4]]);
    expect(problems).toEqual([
      { row: 2, column: 'Amount', cell: 'B2', value: '12,800', detail: 'must be a number' },
      { row: 3, column: 'Name', cell: 'A3', value: null, detail: 'is required' },
      { row: 3, column: 'Status', cell: 'C3', value: 'dancing', detail: 'must be one of: planned, done' },
      { row: 3, column: 'Day', cell: 'D3', value: '2024-02-31', detail: 'must be a date like 2024-07-01' },
      { row: 5, column: 'Amount', cell: 'B5', value: '-1', detail: 'must be at least 0' },
      { row: 6, column: 'Day', cell: 'D6', value: null, detail: 'a done thing has a day' },
      { row: 7, column: null, cell: null, value: null, detail: expect.stringContaining('more cells') },
    ]);
    expect((await read(file, 'es')).problems[1]).toEqual({
      row: 3,
      column: 'Name',
      cell: 'A3',
      value: null,
      detail: 'es obligatorio',
    });
  });

  it('reads a workbook like CSV, and names the cell as Excel does', async () => {
    const rows = [
      [null, 'Etiquetas', 'Nombre', 'Situación', 'Valor', 'Día'],
      [null, 'x; y', 'A', 'Terminado', 1.5, new Date('2024-07-01')],
      [],
      [null, null, 'B', 'planned', 'much', null],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Cosas', rows: [[], ...rows] }] });
    expect(await read(tableFile(bytes))).toEqual({
      rows: 2,
      good: [{ row: 3, name: 'A', status: 'done', on: '2024-07-01', tags: ['x', 'y'], value: 1.5 }],
      problems: [{ row: 5, column: 'Valor', cell: 'E5', value: 'much', detail: 'must be a number' }],
    });
    const wrong = await writeXlsx({ sheets: [{ name: 'Cosas', rows: [[], ['Name', 'Colour']] }] });
    expect((await read(tableFile(wrong))).problems).toMatchObject([
      { row: 2, column: 'Colour', cell: 'B2' },
      { row: 2, column: 'Status' },
    ]);
  });

  it('tells of a row that repeats another', async () => {
    const { good, problems } = await read(csv('Name,Status\nA,planned\nA,planned'));
    expect([good.length, problems]).toEqual([
      1,
      [{ row: 3, column: null, cell: null, value: null, detail: 'repeats row 2; keep one of the two' }],
    ]);
  });

  it('takes no row of a file whose headings are wrong, and tells of the rows all the same', async () => {
    const { good, problems } = await read(csv('Name,Colour,Name\nA,red,A\nlonger than ten,red,B'));
    expect(good).toEqual([]);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [1, 'Colour'],
      [1, 'Name'],
      [1, 'Status'],
      [3, 'Name'],
    ]);
  });

  it('says of a file that it cannot read why', async () => {
    const latin: ImportFile = { format: 'csv', bytes: Buffer.from('Situación\n', 'latin1') };
    for (const [file, why] of [
      [latin, 'UTF-8'],
      [csv(''), 'empty'],
      [{ format: 'json', content: { name: 'A' } }, 'list'],
    ] as const)
      expect(await read(file)).toEqual({
        rows: 0,
        good: [],
        problems: [
          { row: null, column: null, cell: null, value: null, detail: expect.stringContaining(why) },
        ],
      });
  });

  it('names the path in JSON', async () => {
    const content = [
      { name: 'A', status: 'Planned' },
      7,
      { Nombre: 'B', status: 'planned', value: 'x', colour: 1 },
      {},
    ];
    const { rows, good, problems } = await read({ format: 'json', content });
    expect([rows, good.map(({ row }) => row)]).toEqual([4, [1]]);
    expect(problems.map(({ row, column, detail }) => [row, column, detail])).toEqual([
      [2, '[1]', 'must be an object'],
      [3, '[2].colour', expect.stringContaining('is not a field')],
      [3, '[2].value', 'must be a number'],
      [4, '[3].name', 'is required'],
      [4, '[3].status', expect.stringContaining('is required')],
    ]);
  });
});
