import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conflict, invalid, Num, Text } from '#platform/http';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { defineImport } from './define-import.js';
import { type ImportMode, ImportRefused, importRows } from './import-rows.js';

class Row {
  @Text()
  name: string;

  @Num()
  value: number;
}

const about = { en: 'things', es: 'cosas' };
const things = defineImport({
  kind: 'things',
  about,
  dto: Row,
  columns: {
    name: { en: 'Name', es: 'Nombre', description: about },
    value: { en: 'Value', es: 'Valor', description: about },
  },
});

describe('Importing rows', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await db.database.query('CREATE TABLE things (name text PRIMARY KEY, value int)');
  });
  beforeEach(() => db.database.query('TRUNCATE things'));
  afterAll(() => db.close());

  /** A service that writes before it refuses. */
  async function put({ name, value }: Row): Promise<void> {
    await db.database.query('INSERT INTO things VALUES ($1, $2)', [name, value]);
    db.database.afterCommit(() => told.push(name));
    if (value > 100) throw invalid('value', { en: 'is more than the State has', es: 'excede lo del Estado' });
    if (name === 'X') throw conflict({ en: 'X is closed', es: 'X está cerrado' });
    if (name === 'broken') throw new Error('a bug');
  }
  let told: string[] = [];
  const run = async (text: string, mode: ImportMode) => {
    told = [];
    const rows = await things.read({ format: 'csv', bytes: Buffer.from(text) });
    return importRows(db.database, rows, put, { mode });
  };
  const stored = () => db.database.query('SELECT name FROM things ORDER BY name');

  const MIXED = 'Name,Value\nA,1\nB,two\nC,300\nX,4\nE,5';
  const PLACES = [
    { row: 3, column: 'Value', value: 'two' },
    { row: 4, column: 'Value', value: '300', detail: { en: 'is more than the State has' } },
    { row: 5, column: null, value: null, detail: { en: 'X is closed' } },
  ];

  it('takes all rows of a good file', async () => {
    expect(await run('Name,Value\nA,1\nB,2', 'all')).toEqual({ rows: 2, imported: 2, problems: [] });
    expect(await stored()).toEqual([{ name: 'A' }, { name: 'B' }]);
    expect(told).toEqual(['A', 'B']);
  });

  it('does not begin with a file that would take minutes', async () => {
    const rows = Array.from({ length: 2_001 }, (_, i) => `R${i},1`).join('\n');
    await expect(run(`Name,Value\n${rows}`, 'check')).rejects.toMatchObject({ fields: [{ field: 'file' }] });
  });

  it('changes nothing when any row is wrong, and tells all that the file and the service find', async () => {
    const refused = await run(MIXED, 'all').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect(refused).toMatchObject({
      code: 'invalid',
      result: { rows: 5, imported: 0, problems: PLACES },
      extra: {
        rows: 5,
        imported: 0,
        problems: [{ row: 3, column: 'Value' }, {}, { detail: 'X está cerrado' }],
      },
    });
    expect([await stored(), told]).toEqual([[], []]);
  });

  it('takes the good rows alone when the person chose so', async () => {
    expect(await run(MIXED, 'good')).toMatchObject({ rows: 5, imported: 2, problems: PLACES });
    expect(await stored()).toEqual([{ name: 'A' }, { name: 'E' }]);
    expect(told).toEqual(['A', 'E']);
  });

  it('tells the same when it only checks, and changes nothing, also within a transaction', async () => {
    const checked = await db.database.transaction(async () => {
      await db.database.query(`INSERT INTO things VALUES ('mine', 1)`);
      return run(MIXED, 'check');
    });
    expect(checked).toMatchObject({ rows: 5, imported: 0, problems: PLACES });
    expect(await stored()).toEqual([{ name: 'mine' }]);
  });

  it('ends at a failure that is no fault of the row', async () => {
    await expect(run('Name,Value\nA,1\nbroken,2', 'good')).rejects.toThrow('a bug');
    expect(await stored()).toEqual([]);
  });
});
