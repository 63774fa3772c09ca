import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VirusScanner } from './virus-scanner.js';

/** The harmless file that every scanner knows, in two pieces so that none finds it here. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Reads INSTREAM as clamd does, from real connections. @returns what a whole request carried; undefined before its end */
function fileIn(bytes: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (!bytes.subarray(0, command.length).equals(command)) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe('with clamd', () => {
  let server: Server;
  let url: string;
  let answerTo: (file: Buffer) => string;
  let seen: number;

  beforeAll(async () => {
    server = createServer((socket) => {
      let sent = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        sent = Buffer.concat([sent, part]);
        const file = fileIn(sent);
        if (file) {
          seen = file.length;
          socket.end(`${answerTo(file)}\0`);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  const known = (file: Buffer): string =>
    file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';

  it('a clean file passes whole, however many pieces it goes in', async () => {
    answerTo = known;
    await new VirusScanner(url).check(Buffer.alloc(1_000_003, 'a'));
    expect(seen).toBe(1_000_003);
  });

  it('a harmful one is refused', async () => {
    answerTo = known;
    const file = Buffer.concat([Buffer.alloc(70_000, ' '), Buffer.from(EICAR)]);
    await expect(new VirusScanner(url).check(file)).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each(['INSTREAM size limit exceeded. ERROR', '', 'stream: something new'])(
    'nothing is taken when it says %j',
    async (answer) => {
      answerTo = () => answer;
      await expect(new VirusScanner(url).check(Buffer.from('a'))).rejects.toMatchObject({
        code: 'unavailable',
      });
    },
  );

  it('nothing is taken while it is away', async () => {
    await expect(new VirusScanner('tcp://127.0.0.1:1').check(Buffer.from('a'))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('everything passes where none is set up', async () => {
    await new VirusScanner().check(Buffer.from(EICAR));
  });
});
