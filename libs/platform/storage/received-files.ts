import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Database } from '#platform/database';
import type { Upload } from '#platform/http';
import { asAttachment, fileKindOf } from './file-kind.js';
import { pictureOf } from './picture.js';
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

/** A picture that somebody sent, as it was kept. */
export interface ReceivedPicture extends StoredFile {
  key: string;
  /** In points. */
  width: number;
  height: number;
}

/** What every picture is kept as. */
export const PICTURE_TYPE = 'image/jpeg';

/** The one way in for files that people send: looked into, checked for viruses, and kept under a random name. */
export class ReceivedFiles {
  constructor(
    private readonly storage: Storage,
    private readonly scanner: VirusScanner,
    private readonly database: Database,
  ) {}

  /** @throws DomainError invalid, payload_too_large, malformed, unavailable */
  async keep(folder: string, upload: Upload): Promise<ReceivedFile> {
    const sent = await upload.read();
    const { name, contentType, ending } = await fileKindOf(sent);
    await this.scanner.check(sent.bytes);
    return { ...(await this.store(folder, ending, sent.bytes, contentType)), name, contentType };
  }

  /**
   * A picture, upright and scaled down, without what its camera wrote into it: where it was taken, with what, by whom.
   * @throws DomainError invalid, payload_too_large, malformed, unavailable
   */
  async keepPicture(folder: string, upload: Upload): Promise<ReceivedPicture> {
    const sent = await upload.read();
    await fileKindOf(sent, 'picture');
    await this.scanner.check(sent.bytes);
    const { bytes, width, height } = await pictureOf(sent.bytes);
    return { ...(await this.store(folder, 'jpg', bytes, PICTURE_TYPE)), width, height };
  }

  /** Removes a file that nothing names any more. */
  async remove(key: string): Promise<void> {
    await this.storage.delete(key);
    await this.database.execute('DELETE FROM received_files WHERE storage_key = $1', [key]);
  }

  /**
   * Removes what has lain here for a day and stands in none of the tables: files whose request broke off, or whose removal did.
   * @param tables those that have a `storage_key` of such files @returns how many there were
   */
  async removeUnnamed(tables: readonly string[]): Promise<number> {
    const named = tables.map(
      (table) => `AND NOT EXISTS (SELECT FROM ${table} t WHERE t.storage_key = r.storage_key)`,
    );
    const rows = await this.database.query<{ key: string }>(
      `SELECT r.storage_key AS key FROM received_files r WHERE r.received_at < now() - interval '1 day' ${named.join(' ')}`,
    );
    for (const { key } of rows) await this.remove(key);
    return rows.length;
  }

  private async store(
    folder: string,
    ending: string,
    bytes: Buffer,
    contentType: string,
  ): Promise<StoredFile & { key: string }> {
    const key = `${folder}/${randomUUID()}.${ending}`;
    await this.database.execute('INSERT INTO received_files (storage_key) VALUES ($1)', [key]);
    return { ...(await this.storage.put(key, bytes, { contentType })), key };
  }
}

/**
 * Sends a file to be saved: whatever it holds, a browser neither guesses at it nor runs it.
 * @param known the `If-None-Match` of a caller who may have it already
 */
export function download(
  reply: FastifyReply,
  content: Readable,
  file: { name: string; contentType: string; bytes?: number; sha256?: string },
  known?: string,
): StreamableFile | undefined {
  const tag = file.sha256 && `"${file.sha256}"`;
  void reply.headers({
    ...(tag ? { etag: tag } : {}),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (tag && known === tag) {
    content.destroy();
    void reply.code(304);
    return undefined;
  }
  return new StreamableFile(content, {
    type: file.contentType,
    ...(file.bytes === undefined ? {} : { length: file.bytes }),
    disposition: asAttachment(file.name),
  });
}
