import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Upload } from '#platform/http';
import { asAttachment, fileKindOf } from './file-kind.js';
import { type Storage, type StoredFile } from './storage.js';
import type { VirusScanner } from './virus-scanner.js';

/** A file that somebody sent, as it was kept. */
export interface ReceivedFile extends StoredFile {
  /** Where it is kept: a name drawn at random, with the ending of what it is. */
  key: string;
  /** For people; its ending says what the bytes are. */
  name: string;
  contentType: string;
}

/** The one way in for files that people send: looked into, checked for viruses, and kept under a random name. */
export class ReceivedFiles {
  constructor(
    private readonly storage: Storage,
    private readonly scanner: VirusScanner,
  ) {}

  /** @throws DomainError invalid, payload_too_large, malformed, unavailable */
  async keep(folder: string, upload: Upload): Promise<ReceivedFile> {
    const sent = await upload.read();
    const { name, contentType, ending } = await fileKindOf(sent);
    await this.scanner.check(sent.bytes);
    const key = `${folder}/${randomUUID()}.${ending}`;
    const stored = await this.storage.put(key, sent.bytes, { contentType });
    return { ...stored, key, name, contentType };
  }
}

/** Sends a file to be saved: whatever it holds, a browser neither guesses at it nor runs it. */
export function download(
  reply: FastifyReply,
  content: Readable,
  file: { name: string; contentType: string; bytes?: number; sha256?: string },
): StreamableFile {
  void reply.headers({
    ...(file.sha256 ? { etag: `"${file.sha256}"` } : {}),
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  return new StreamableFile(content, {
    type: file.contentType,
    ...(file.bytes === undefined ? {} : { length: file.bytes }),
    disposition: asAttachment(file.name),
  });
}
