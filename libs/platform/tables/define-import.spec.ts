import { describe, expect, it } from '@jest/globals';
import { DateOnly, Num, OneOf, Text, TextList } from '#platform/http';
import { defineImport } from './define-import.js';
import type { ImportFile } from './import-file.js';
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
      { row: 2, column: 'Amount', value: '12,800', detail: 'must be a number' },
      { row: 3, column: 'Name', value: null, detail: 'is required' },
      { row: 3, column: 'Status', value: 'dancing', detail: 'must be one of: planned, done' },
      { row: 3, column: 'Day', value: '2024-02-31', detail: 'must be a date like 2024-07-01' },
      { row: 5, column: 'Amount', value: '-1', detail: 'must be at least 0' },
      { row: 6, column: 'Day', value: null, detail: 'a done thing has a day' },
      { row: 7, column: null, value: null, detail: expect.stringContaining('more cells') },
    ]);
    expect((await read(file, 'es')).problems[1]).toEqual({
      row: 3,
      column: 'Name',
      value: null,
      detail: 'es obligatorio',
    });
  });

  it('tells of a row that repeats another', async () => {
    const { good, problems } = await read(csv('Name,Status\nA,planned\nA,planned'));
    expect([good.length, problems]).toEqual([
      1,
      [{ row: 3, column: null, value: null, detail: 'repeats row 2; keep one of the two' }],
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
        problems: [{ row: null, column: null, value: null, detail: expect.stringContaining(why) }],
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
