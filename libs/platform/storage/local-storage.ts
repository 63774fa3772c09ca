import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Measure } from './measure.js';
import { checkKey, FileMissing, Storage, type StoredFile } from './storage.js';

const DAY_MS = 86_400_000;

/** Files in a folder of this machine. */
export class LocalStorage extends Storage {
  private readonly root: string;
  /** Files being written; in the same folder tree, so that a rename makes them whole at once. */
  private readonly unfinished: string;
  private tidied: Promise<void> | undefined;

  constructor(folder: string) {
    super();
    this.root = resolve(folder);
    this.unfinished = join(this.root, '.unfinished');
  }

  async put(key: string, body: Readable | Buffer | string): Promise<StoredFile> {
    const path = this.path(key);
    this.tidied ??= this.tidy();
    await this.tidied;
    await mkdir(dirname(path), { recursive: true });
    const part = join(this.unfinished, randomUUID());
    const measure = new Measure();
    const file = await open(part, 'wx');
    try {
      await pipeline(
        typeof body === 'string' || Buffer.isBuffer(body) ? Readable.from([Buffer.from(body)]) : body,
        measure,
        file.createWriteStream({ flush: true }),
      );
      await rename(part, path);
    } catch (error) {
      await file.close().catch(() => undefined); // the stream closed it already
      await rm(part, { force: true });
      throw error;
    }
    return measure.result();
  }

  async get(key: string): Promise<Readable> {
    const path = this.path(key);
    if (!(await exists(path))) throw new FileMissing(`There is no file '${key}'.`);
    return createReadStream(path);
  }

  exists(key: string): Promise<boolean> {
    return exists(this.path(key));
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  private path(key: string): string {
    return join(this.root, ...checkKey(key).split('/'));
  }

  /** Removes what killed processes left half written. */
  private async tidy(): Promise<void> {
    await mkdir(this.unfinished, { recursive: true });
    for (const name of await readdir(this.unfinished)) {
      const path = join(this.unfinished, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > DAY_MS) await rm(path, { force: true });
    }
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
