import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { type Client, type Stack, startStack } from '../harness/index.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Kind {
  kind: string;
  permission: string;
  columns: { en: string }[];
}
interface Outcome {
  status: number;
  body: {
    rows?: number;
    imported?: number;
    problems?: { row: number | null; cell: string | null; column: string | null; detail: string }[];
  };
}

describe('imports', () => {
  let stack: Stack;
  let administrator: Client;
  let coordinator: Client;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    administrator = await stack.signIn('admin@mirps.example');
    coordinator = await stack.signIn('coordinator.mx@mirps.example');
  });
  afterAll(() => stack.stop());

  async function post(client: Client, path: string, body: Uint8Array, type = XLSX): Promise<Outcome> {
    const answer = await fetch(`${stack.url}/api/imports/${path}`, {
      method: 'POST',
      headers: { cookie: client.cookie, origin: stack.url, 'content-type': type, 'accept-language': 'en' },
      body: Buffer.from(body),
    });
    return { status: answer.status, body: (await answer.json()) as Outcome['body'] };
  }
  const sheet = (...rows: (string | Date | number | null)[][]) =>
    writeXlsx({ sheets: [{ name: 'S', rows }] });
  const known = () => stack.sql(`SELECT key FROM institutions WHERE key LIKE 'GT:XL%' ORDER BY key`);

  it('are told with their columns, and each table has a template in both languages and formats', async () => {
    const kinds = await stack.stranger.json<Kind[]>('GET', '/api/imports');
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['institutions', 'pledges']));
    for (const { kind, columns } of kinds.filter((each) => each.columns.length > 0)) {
      const answer = await stack.stranger.request('GET', `/api/imports/${kind}/template?lang=en`);
      const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
      expect(sheets[0]?.rows).toEqual([columns.map(({ en }) => en)]);
      expect(sheets[1]?.rows).toHaveLength(columns.length + 1);
    }
    const csv = await stack.stranger.request('GET', '/api/imports/institutions/template?format=csv');
    expect(await csv.text()).toMatch(/^.?Clave,Sigla/);
    for (const kind of ['unicorns', 'unhcr-results'])
      expect((await stack.stranger.ask('GET', `/api/imports/${kind}/template`)).status).toBe(404);
  });

  it('take a workbook whole or not at all, and name every wrong cell', async () => {
    const good = await sheet(['Clave', 'Nombre en inglés', 'Nombre en español'], ['GT:XL1', 'One', 'Uno']);
    expect(await post(administrator, 'institutions?mode=check', good)).toMatchObject({
      body: { imported: 0 },
    });
    expect(await known()).toEqual([]);
    const mixed = await sheet(
      ['Key', 'Name in English', 'Name in Spanish'],
      ['GT:XL2', 'Two', 'Dos'],
      ['XX:NO', 'No', 'No'],
      ['GT:XL3', null, 'Tres'],
    );
    expect(await post(administrator, 'institutions', mixed)).toMatchObject({
      status: 422,
      body: { imported: 0, problems: [{ cell: 'A3' }, { cell: 'B4', detail: 'is required' }] },
    });
    expect(await known()).toEqual([]);
    expect(await post(administrator, 'institutions?mode=good', mixed)).toMatchObject({
      body: { rows: 3, imported: 1 },
    });
    expect(await post(administrator, 'institutions', good)).toMatchObject({
      body: { imported: 1, problems: [] },
    });
    expect(await known()).toEqual([{ key: 'GT:XL1' }, { key: 'GT:XL2' }]);
  });

  it.each<[string, string[], string[], string, number]>([
    [
      'mechanisms',
      ['Clave', 'Tipo', 'Nombre en inglés', 'Nombre en español', 'Integrantes', 'Fuentes'],
      ['MX:XL', 'Grupo de trabajo', 'Group', 'Grupo', 'MX:COMAR; MX:NOBODY', 'A page'],
      'MX:COMAR',
      4,
    ],
    [
      'good-practices',
      ['Estado', 'Área', 'Año', 'Título en inglés', 'Título en español', 'Compromisos', 'Fuentes'],
      ['MX', 'protection', '2024', 'A practice', 'Una práctica', 'MX-01; XX-99', 'A page'],
      'MX-01',
      5,
    ],
    [
      'stories',
      ['Estado', 'Año', 'Título en inglés', 'Título en español', 'Nombre cambiado', 'Compromiso'],
      ['MX', '2024', 'A studio', 'Un estudio', 'sí', 'XX-99'],
      'MX-01',
      5,
    ],
  ])('enter %s, twice the same once, and name the cell that is wrong', async (kind, head, row, right, at) => {
    const wrong = await sheet(head, row);
    expect(await post(coordinator, `${kind}?mode=check`, wrong)).toMatchObject({
      body: { rows: 1, problems: [{ cell: `${'ABCDEFG'[at]}2` }] },
    });
    const good = await sheet(
      head,
      row.map((cell, n) => (n === at ? right : cell)),
    );
    for (let time = 0; time < 2; time += 1)
      expect(await post(coordinator, kind, good)).toEqual({
        status: 200,
        body: { rows: 1, imported: 1, problems: [] },
      });
  });

  it('refuse who may not, what is no table, and what is of another type', async () => {
    const good = await sheet(['Key', 'Name in English', 'Name in Spanish'], ['GT:XL9', 'Nine', 'Nueve']);
    expect((await post(stack.stranger, 'institutions', good)).status).toBe(401);
    expect((await post(coordinator, 'unhcr-results', good)).status).toBe(403);
    expect(await post(coordinator, 'institutions', good)).toMatchObject({
      status: 422,
      body: { problems: [{ row: 2 }] },
    });
    expect(await post(administrator, 'institutions', Buffer.from('PK\u0003\u0004'))).toMatchObject({
      status: 422,
      body: { problems: [{ row: null }] },
    });
    expect((await post(administrator, 'institutions', good, 'application/zip')).status).toBe(415);
    expect((await post(administrator, '../states', good)).status).toBeGreaterThanOrEqual(400);
  });
});
