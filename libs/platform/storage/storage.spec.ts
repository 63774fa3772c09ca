import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { testS3 } from '../../../test/harness/s3.js';
import { s3Address } from './s3-storage.js';
import { checkKey, FileMissing, type Storage } from './storage.js';
import { openStorage } from './storage.module.js';

const html = { contentType: 'text/html; charset=utf-8' };
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** A store to ask, and how to take it down. */
interface Opened {
  url: string;
  close(): Promise<void>;
}

async function folderStore(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'storage-'));
  return { url: `file://${folder}`, close: () => rm(folder, { recursive: true, force: true }) };
}

/** What every store does. */
describe.each<[string, () => Promise<Opened>]>([
  ['a local folder', folderStore],
  ['an S3 bucket', testS3],
])('files in %s', (_name, open) => {
  let opened: Opened;
  let storage: Storage;
  beforeAll(async () => {
    opened = await open();
    storage = openStorage(opened.url);
  });
  afterAll(() => opened.close());

  it('come back as they were, with their length and hash', async () => {
    const content = '<p>Informe anual · ñ 😀</p>';
    expect(await storage.put('reports/2024/es.html', content, html)).toEqual({
      bytes: Buffer.byteLength(content),
      sha256: sha256(content),
    });
    expect(await text(await storage.get('reports/2024/es.html'))).toBe(content);
  });

  it('may be streams larger than one part', async () => {
    const chunk = randomBytes(1_000_000);
    const stored = await storage.put('big.bin', Readable.from(Array.from({ length: 20 }, () => chunk)), {
      contentType: 'application/octet-stream',
    });
    expect(stored.bytes).toBe(20_000_000);
    expect(sha256(await buffer(await storage.get('big.bin')))).toBe(stored.sha256);
  });

  it('are replaced, found and deleted', async () => {
    await storage.put('a.txt', 'one', html);
    await storage.put('a.txt', Buffer.from('two'), html);
    expect(await text(await storage.get('a.txt'))).toBe('two');
    expect(await storage.exists('a.txt')).toBe(true);
    await storage.delete('a.txt');
    await storage.delete('a.txt');
    expect(await storage.exists('a.txt')).toBe(false);
    await expect(storage.get('a.txt')).rejects.toBeInstanceOf(FileMissing);
  });

  it('may be empty', async () => {
    expect(await storage.put('empty.txt', '', html)).toEqual({ bytes: 0, sha256: sha256('') });
    expect(await text(await storage.get('empty.txt'))).toBe('');
  });

  it('leave the older one as it was when the stream breaks', async () => {
    await storage.put('b.txt', 'whole', html);
    const breaking = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('the source broke');
      })(),
    );
    await expect(storage.put('b.txt', breaking, html)).rejects.toThrow('the source broke');
    expect(await text(await storage.get('b.txt'))).toBe('whole');
  });

  it.each(['../secret', 'a/../../b', '/etc/passwd', 'a//b', '.hidden', 'a/.', 'a\\b', 'a\0', '', 'ñ'])(
    'refuse the key %j',
    async (key) => {
      await expect(storage.put(key, 'x', html)).rejects.toThrow('is no storage key');
      await expect((async () => storage.get(key))()).rejects.toThrow('is no storage key');
      await expect((async () => storage.exists(key))()).rejects.toThrow('is no storage key');
      await expect((async () => storage.delete(key))()).rejects.toThrow('is no storage key');
    },
  );
});

describe('a local folder', () => {
  it('keeps nothing half written, and clears away what a killed process left a day ago', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'storage-'));
    await openStorage(`file://${folder}`).put('a.txt', 'x', html);
    const unfinished = join(folder, '.unfinished');
    for (const name of ['old', 'young']) await writeFile(join(unfinished, name), 'half');
    await utimes(join(unfinished, 'old'), new Date(0), new Date(0));
    await openStorage(`file://${folder}`).put('b.txt', 'y', html);
    expect(await readdir(unfinished)).toEqual(['young']);
    await rm(folder, { recursive: true });
  });
});

describe('an S3 store that closes the connections which it kept', () => {
  /** What was asked for, as `GET /files/a.txt`. */
  const asked: string[] = [];
  /** Sockets that were answered once: at the next request they end. */
  const used = new WeakSet<Socket>();
  let patience = 1;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (used.has(request.socket) || patience === 0) return void request.socket.destroy();
    used.add(request.socket);
    request.resume().once('end', () => response.end('whole'));
  });
  let storage: Storage;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    storage = openStorage(`s3+http://k:s@127.0.0.1:${(server.address() as AddressInfo).port}/files`);
  });
  afterAll(() => void server.close());

  it('is asked again, once', async () => {
    for (let i = 0; i < 3; i += 1) expect(await text(await storage.get('a.txt'))).toBe('whole');
    await storage.put('b.txt', 'twice', html);
    expect(asked.filter((each) => each === 'GET /files/a.txt').length).toBeGreaterThan(3);
  });

  it('is not asked for ever', async () => {
    patience = 0;
    asked.length = 0;
    await expect(storage.get('a.txt')).rejects.toThrow('fetch failed');
    expect(asked).toEqual(Array(2).fill('GET /files/a.txt'));
  });
});

describe('the address of a store', () => {
  it('says where, which bucket, which region and who', () => {
    expect(s3Address('s3://key:se%2Fcret@s3.example.org:9000/files?region=eu-1')).toEqual({
      endpoint: 'https://s3.example.org:9000/files',
      region: 'eu-1',
      accessKeyId: 'key',
      secretAccessKey: 'se/cret',
    });
    expect(s3Address('s3+http://k:s@localhost/files').endpoint).toBe('http://localhost/files');
  });

  it('is refused when it says too little', () => {
    expect(() => openStorage('s3://host/bucket')).toThrow('STORAGE_URL must look like');
    expect(() => openStorage('ftp://host')).toThrow('STORAGE_URL must begin with');
    expect(checkKey('a-b_c.d/e')).toBe('a-b_c.d/e');
  });
});
