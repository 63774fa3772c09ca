import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Problem, type Stack, startStack } from '../harness/index.js';
import { zipOf } from '../harness/zip.js';
import { dueOf, openCycleKey } from './reporting.js';

const KB = 1024;
const MB = KB * KB;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'application/json';
const FORM = 'multipart/form-data; boundary=a-boundary-of-a-form';
const MARK = '--a-boundary-of-a-form';
const PART = `${MARK}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n`;

/** What takes longer hangs, even on a machine that has much else to do. */
const HANGS_MS = 30_000;

describe('bodies that cost more to read than to send', () => {
  let stack: Stack;
  let focal: Client;
  let coordinator: Client;
  let files: string;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    focal = await stack.signIn('focal.comar.mx@mirps.example');
    coordinator = await stack.signIn('coordinator.mx@mirps.example');
    const [owed] = (await dueOf(focal)).filter(({ updateId }) => updateId === null);
    files = `/api/commitments/${owed?.commitmentId}/evidence-files?cycle=${await openCycleKey(focal)}`;
  });
  afterAll(() => stack.stop());

  async function send(path: string, type: string, body: string | Buffer, as = focal) {
    const headers = { cookie: as.cookie, origin: stack.url, 'content-type': type, 'accept-language': 'en' };
    const answer = await fetch(`${stack.url}${path}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(HANGS_MS),
    });
    const text = await answer.text();
    expect(text.length).toBeLessThan(40 * KB);
    return { status: answer.status, problem: JSON.parse(text) as Problem };
  }
  const nested = (times: number) => `${'{"a":'.repeat(times)}1${'}'.repeat(times)}`;

  it.each([
    ['nest 1,000 times', nested(1000), 422],
    ['nest 150,000 times', nested(150_000), 422],
    ['hold one long string', JSON.stringify({ narrativeEn: 'x'.repeat(900 * KB) }), 422],
    ['have a key as long as a book', JSON.stringify({ ['k'.repeat(900 * KB)]: 1 }), 422],
    ['have 90,000 keys', `{${Array.from({ length: 90_000 }, (_, i) => `"${i}":0`).join(',')}}`, 422],
    ['list 500,000 numbers', `{"facts":[${'1,'.repeat(500_000)}1]}`, 422],
    ['list 300,000 lists', `{"facts":[${'[],'.repeat(300_000)}[]]}`, 422],
    ['have 3 MB', JSON.stringify({ narrativeEn: 'x'.repeat(3 * MB) }), 413],
  ])('are refused when they %s', async (_, body, status) => {
    expect(await send('/api/updates', JSON_TYPE, body)).toMatchObject({ status });
  });

  it.each([
    ['50,000 files', `${PART.repeat(50_000)}${MARK}--`, 400],
    [
      '100,000 fields',
      `${PART.replace('; filename="a.pdf"', '').replace('file', 'f').repeat(100_000)}${MARK}--`,
      400,
    ],
    ['300,000 boundaries', `${MARK}\r\n`.repeat(300_000), 400],
    ['a header without end', `${MARK}\r\ncontent-disposition: ${'a'.repeat(5 * MB)}`, 400],
    ['30 MB in one file', `${PART.slice(0, -2)}${' '.repeat(30 * MB)}\r\n${MARK}--`, 413],
  ])('are refused when a form has %s', async (_, body, status) => {
    expect(await send(files, FORM, body)).toMatchObject({ status });
  });

  it.each([
    ['says how much it unpacks to', undefined],
    ['says that it unpacks to nothing much', 1000],
  ])('are refused when a workbook of 100 KB unpacks to 100 MB and %s', async (_, stated) => {
    const bomb = zipOf([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      {
        name: 'xl/workbook.xml',
        content: Buffer.from('<workbook><sheets><sheet name="S" sheetId="1"/></sheets></workbook>'),
      },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(100 * MB, ' '), stated },
    ]);
    expect(bomb.length).toBeLessThan(150 * KB);
    expect(await send('/api/imports/institutions', XLSX, bomb, coordinator)).toMatchObject({
      status: 422,
    });
  });

  it('are not unpacked as evidence', async () => {
    const bomb = zipOf([{ name: '[Content_Types].xml', content: Buffer.alloc(100 * MB, ' ') }]);
    const form = Buffer.concat([Buffer.from(PART.slice(0, -10)), bomb, Buffer.from(`\r\n${MARK}--`)]);
    expect(await send(files, FORM, form)).toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'file' }] },
    });
  });

  it.each([
    ['JSON', JSON_TYPE, '/api/updates'],
    ['a form', FORM, ''],
  ])('without an end are refused while they come: %s', async (_, type, path) => {
    // Whoever goes on sending may lose the answer, but not the connection's end.
    expect(await endless(path || files, type)).toMatch(/^(HTTP\/1\.1 413|$)/);
  });

  /** Sends chunks until the other side has answered or hung up. @returns what it said */
  function endless(path: string, type: string): Promise<string> {
    const { hostname, port } = new URL(stack.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      const tooLate = setTimeout(() => reject(new Error('neither an answer nor an end')), HANGS_MS);
      const end = (said: string): void => {
        clearTimeout(tooLate);
        socket.destroy();
        resolve(said);
      };
      const chunk = `10000\r\n${'x'.repeat(64 * KB)}\r\n`;
      const more = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket
        .on('drain', more)
        .on('error', () => end(''))
        .once('data', (answer: Buffer) => end(answer.toString()));
      socket.write(
        [
          ...[`POST ${path} HTTP/1.1`, 'Host: x', `Origin: ${stack.url}`, `Cookie: ${focal.cookie}`],
          ...[`Content-Type: ${type}`, 'Transfer-Encoding: chunked', '', ''],
        ].join('\r\n'),
      );
      more();
    });
  }
});
