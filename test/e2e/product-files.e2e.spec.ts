import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Problem, type Stack, startStack } from '../harness/index.js';

interface Product {
  id: string;
  version: number;
  file: { name: string; contentType: string; bytes: number } | null;
}

const PDF = '%PDF-1.7 guide';
const MB = 1024 * 1024;

describe('the file of a team’s product', () => {
  let stack: Stack;
  let lead: Client;
  let product: Product;

  beforeAll(async () => {
    stack = await startStack();
    lead = await stack.signIn('team.ra@mirps.example');
    const input = { teamKey: 'RTT-RA', year: 2026, titleEn: 'Guide', titleEs: 'Guía' };
    product = await lead.json<Product>('POST', '/api/team-products', input);
  });
  afterAll(() => stack.stop());

  const form = (content: string, name = 'Guía.pdf', field = 'file'): FormData => {
    const data = new FormData();
    data.append(field, new Blob([content]), name);
    return data;
  };
  async function send(body: FormData | string, as = lead, headers: Record<string, string> = {}) {
    const response = await fetch(`${stack.url}/api/team-products/${product.id}/file`, {
      method: 'PUT',
      headers: {
        'accept-language': 'en',
        origin: stack.url,
        'if-match': `"${product.version}"`,
        ...(as.cookie ? { cookie: as.cookie } : {}),
        ...headers,
      },
      body,
    });
    return { status: response.status, body: (await response.json()) as Product & Problem };
  }

  it('goes up in a form and comes down as an attachment that no browser runs', async () => {
    const { status, body } = await send(form(PDF));
    expect([status, body.file]).toMatchObject([200, { name: 'Guía.pdf', contentType: 'application/pdf' }]);
    product = body;
    const answer = await stack.stranger.request('GET', `/api/team-products/${product.id}/file`);
    expect(await answer.text()).toBe(PDF);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="Guia.pdf"; filename*=UTF-8''Gu%C3%ADa.pdf`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('of 25 MB is taken, of more refused in words', async () => {
    const { status, body } = await send(form(`${PDF}${'x'.repeat(25 * MB - PDF.length)}`));
    expect([status, body.file?.bytes]).toEqual([200, 25 * MB]);
    product = body;
    for (const more of [1, MB])
      expect(await send(form(`${PDF}${'x'.repeat(25 * MB - PDF.length + more)}`))).toMatchObject({
        status: 413,
        body: { detail: expect.stringContaining('25 MB') },
      });
  });

  it('is refused by its field, or as the form that it is not', async () => {
    for (const wrong of [form('<html></html>'), form(''), form(PDF, 'a.pdf', 'other')])
      expect(await send(wrong)).toMatchObject({ status: 422, body: { errors: [{ field: 'file' }] } });
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send('--x\r\nbroken', lead, broken)).status).toBe(400);
    expect((await send(PDF, lead, { 'content-type': 'application/pdf' })).status).toBe(415);
    expect((await send('{}', lead, { 'content-type': 'application/json' })).status).toBe(422);
  });

  it('is for who leads that team', async () => {
    expect((await send(form(PDF), stack.stranger)).status).toBe(401);
    const other = await stack.signIn('team.lg@mirps.example');
    expect((await send(form(PDF), other)).status).toBe(403);
    expect((await send(form(PDF), lead, { 'if-match': '"1"' })).status).toBe(412);
  });
});
