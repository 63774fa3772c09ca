import type { Readable } from 'node:stream';

/** What was stored. */
export interface StoredFile {
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

export interface PutOptions {
  /** 'text/html; charset=utf-8' */
  contentType: string;
}

/** There is no file of this key. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** Files by key: report contents and evidence, in a local folder or an S3-compatible store. Keys are paths like 'reports/2024/en.html'. */
export abstract class Storage {
  /** Stores a file whole or not at all; one of the same key is replaced. */
  abstract put(key: string, body: Readable | Buffer | string, options: PutOptions): Promise<StoredFile>;
  /** @throws FileMissing */
  abstract get(key: string): Promise<Readable>;
  abstract exists(key: string): Promise<boolean>;
  /** No error when there is none. */
  abstract delete(key: string): Promise<void>;
}

/** @throws Error for a key that could leave its folder or that some store could not keep */
export function checkKey(key: string): string {
  const parts = key.split('/');
  if (key.length > 500 || parts.some((part) => !/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part)))
    throw new Error(
      `'${key}' is no storage key: letters, digits, dot, dash and underscore, in parts divided by a slash.`,
    );
  return key;
}
