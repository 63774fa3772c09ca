import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { S3mini } from 's3mini';
import { Measure } from './measure.js';
import { checkKey, FileMissing, type PutOptions, Storage, type StoredFile } from './storage.js';

export interface S3Address {
  /** With the bucket as its path: https://s3.example.org/bucket */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** s3://key:secret@host:port/bucket?region=eu-1, or s3+http:// for a store without TLS. @throws Error when a part is missing */
export function s3Address(url: string): S3Address {
  const parts = new URL(url);
  const bucket = parts.pathname.replaceAll('/', '');
  if (!parts.username || !parts.password || !bucket)
    throw new Error('STORAGE_URL must look like s3://key:secret@host/bucket?region=eu-1.');
  return {
    endpoint: `${parts.protocol === 's3+http:' ? 'http' : 'https'}://${parts.host}/${bucket}`,
    region: parts.searchParams.get('region') ?? 'auto',
    accessKeyId: decodeURIComponent(parts.username),
    secretAccessKey: decodeURIComponent(parts.password),
  };
}

/** How a connection ends that the store closed while it was kept for the next request. */
const CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * Asks once more where the store closed a kept connection just as it was used again: that happens to whoever keeps connections.
 * Not what may be done once alone (POST), nor what was sent from a stream, which is gone.
 */
async function fetchAgain(...asked: Parameters<typeof fetch>): Promise<Response> {
  try {
    return await fetch(...asked);
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    const { method, body } = asked[1] ?? {};
    if (!code || !CLOSED.has(code) || method === 'POST' || body instanceof ReadableStream) throw error;
    return fetch(...asked);
  }
}

/** Files in one bucket of an S3-compatible store. */
export class S3Storage extends Storage {
  private client: Promise<S3mini> | undefined;

  constructor(private readonly address: S3Address) {
    super();
  }

  async put(key: string, body: Readable | Buffer | string, { contentType }: PutOptions): Promise<StoredFile> {
    const s3 = await this.connect();
    checkKey(key);
    if (body instanceof Readable) return this.putStream(s3, key, body, contentType);
    const buffer = Buffer.from(body);
    await s3.putAnyObject(key, buffer, contentType);
    return { bytes: buffer.length, sha256: createHash('sha256').update(buffer).digest('hex') };
  }

  async get(key: string): Promise<Readable> {
    const response = await (await this.connect()).getObjectResponse(checkKey(key));
    if (!response?.body) throw new FileMissing(`There is no file '${key}'.`);
    return Readable.fromWeb(response.body as WebStream<Uint8Array>);
  }

  async exists(key: string): Promise<boolean> {
    return (await (await this.connect()).objectExists(checkKey(key))) === true;
  }

  async delete(key: string): Promise<void> {
    await (await this.connect()).deleteObject(checkKey(key));
  }

  /** S3 wants the length first, and memory must stay flat: the stream goes through a temporary file, then up in parts. */
  private async putStream(s3: S3mini, key: string, body: Readable, contentType: string): Promise<StoredFile> {
    const path = join(tmpdir(), `upload-${randomUUID()}`);
    const measure = new Measure();
    try {
      await pipeline(body, measure, createWriteStream(path, { flags: 'wx' }));
      const stored = measure.result();
      await s3.putAnyObject(key, await openAsBlob(path), contentType, undefined, undefined, stored.bytes);
      return stored;
    } finally {
      await rm(path, { force: true });
    }
  }

  private connect(): Promise<S3mini> {
    this.client ??= import('s3mini').then(
      ({ S3mini }) => new S3mini({ ...this.address, requestAbortTimeout: 60_000, fetch: fetchAgain }),
    );
    return this.client;
  }
}
