import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Problem, type Stack, startStack } from '../harness/index.js';
import { dueOf, openCycleKey, type Receipt, type UpdateDetail } from './reporting.js';

interface EvidenceFile {
  id: string;
  name: string;
  contentType: string;
  bytes: number;
}

const PDF = '%PDF-1.7 minutes';

describe('a file as evidence of an update', () => {
  let stack: Stack;
  let focal: Client;
  let place: { commitmentId: string; cycleKey: string };
  let file: EvidenceFile;

  beforeAll(async () => {
    stack = await startStack();
    focal = await stack.signIn('focal.comar.mx@mirps.example');
    const owed = (await dueOf(focal)).find(({ updateId }) => updateId === null);
    place = { commitmentId: owed?.commitmentId ?? '', cycleKey: await openCycleKey(focal) };
  });
  afterAll(() => stack.stop());

  async function send(content: string, as = focal, cycle = place.cycleKey) {
    const body = new FormData();
    body.append('file', new Blob([content]), 'Acta “apertura”.pdf');
    const response = await fetch(
      `${stack.url}/api/commitments/${place.commitmentId}/evidence-files?cycle=${cycle}`,
      {
        method: 'POST',
        headers: { origin: stack.url, 'accept-language': 'en', ...(as.cookie ? { cookie: as.cookie } : {}) },
        body,
      },
    );
    return { status: response.status, body: (await response.json()) as EvidenceFile & Problem };
  }
  const get = (as: Client, headers: Record<string, string> = {}) =>
    as.request('GET', `/api/evidence-files/${file.id}`, undefined, headers);

  it('goes up before there is a draft, and comes down as an attachment that no browser runs', async () => {
    const { status, body } = await send(PDF);
    expect([status, body]).toMatchObject([
      201,
      { name: 'Acta “apertura”.pdf', contentType: 'application/pdf', bytes: PDF.length },
    ]);
    file = body;
    const answer = await get(focal);
    expect(await answer.text()).toBe(PDF);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': expect.stringMatching(
        /^attachment; filename="Acta apertura.pdf"; filename\*=UTF-8''/,
      ),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const again = await get(focal, { 'if-none-match': headers['etag'] ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('belongs to the draft that names it by its id, and is hidden with it', async () => {
    const evidence = [{ titleEs: 'Acta de apertura', kind: 'file', fileId: file.id }];
    const { id } = await focal.json<Receipt>('POST', '/api/updates', { ...place, evidence });
    const detail = await focal.json<UpdateDetail>('GET', `/api/updates/${id}`);
    expect(detail.evidence).toMatchObject([{ titleEs: 'Acta de apertura', fileId: file.id, file }]);
    expect(JSON.stringify(detail)).not.toMatch(/storage|evidence\//i);
    const abroad = await stack.signIn('coordinator.gt@mirps.example');
    for (const outsider of [stack.stranger, abroad]) {
      expect((await get(outsider)).status).toBe(404);
      expect((await get(outsider, { 'if-none-match': '*' })).status).toBe(404);
    }
    expect((await focal.ask('DELETE', `/api/evidence-files/${file.id}`)).status).toBe(409);
  });

  it('is never taken by a place in the storage that a client names', async () => {
    const evidence = [{ titleEs: 'Otra', kind: 'file', storageKey: 'reports/2024/es.html' }];
    const answer = await focal.ask('POST', '/api/updates', { ...place, evidence });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'evidence[0].storageKey' }] } });
  });

  it('is refused with what to do', async () => {
    expect(await send('<html></html>')).toMatchObject({ status: 422, body: { errors: [{ field: 'file' }] } });
    expect(await send(PDF, stack.stranger)).toMatchObject({ status: 401 });
    expect(await send(PDF, await stack.signIn('coordinator.gt@mirps.example'))).toMatchObject({
      status: 403,
    });
    expect(await send(PDF, focal, '2024-annual')).toMatchObject({ status: 409 });
    expect(await send(PDF, focal, '2031-annual')).toMatchObject({ status: 404 });
    expect(await send(`${PDF}${'x'.repeat(26 * 1024 * 1024)}`)).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining('25 MB') },
    });
  });
});
