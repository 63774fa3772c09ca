import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { invalid } from '#platform/http';
import { type Dataset, DATASETS } from './datasets.js';

/** One file of an export. */
export interface ExportedFile {
  file: string;
  dataset: string;
  description: string;
  rows: number;
  bytes: number;
  sha256: string;
}

export interface ExportManifest {
  format: 'mirps-export/1';
  createdAt: string;
  files: ExportedFile[];
}

/** Writes all data as CSV and JSON, as it stood at one moment. */
@Injectable()
export class ExportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Writes every dataset with a manifest into a new or empty folder. The folder appears whole or not at all.
   * @param progress called after each dataset
   * @throws DomainError invalid when the folder holds something already
   */
  async writeAll(
    folder: string,
    progress: (done: number, of: number) => void = () => undefined,
  ): Promise<ExportManifest> {
    const target = resolve(folder);
    if (await isTaken(target))
      throw invalid('out', {
        en: `${folder} is not empty, or no folder; name a new one`,
        es: `${folder} no está vacía o no es una carpeta; indique una nueva`,
      });
    await mkdir(dirname(target), { recursive: true });
    const working = join(dirname(target), `.${basename(target)}.${process.pid}`);
    await mkdir(working, { recursive: true });
    try {
      const manifest = await this.writeInto(working, progress);
      await rm(target, { recursive: true, force: true });
      await rename(working, target);
      return manifest;
    } catch (error) {
      await rm(working, { recursive: true, force: true });
      throw error;
    }
  }

  /** One repeatable-read transaction, so that all files tell of the same moment. */
  private async writeInto(
    folder: string,
    progress: (done: number, of: number) => void,
  ): Promise<ExportManifest> {
    const client = await this.database.pool.connect();
    const files: ExportedFile[] = [];
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const [index, dataset] of DATASETS.entries()) {
        files.push(
          await writeFileOf(client, folder, dataset, 'csv'),
          await writeFileOf(client, folder, dataset, 'json'),
        );
        progress(index + 1, DATASETS.length);
      }
      await client.query('COMMIT');
    } finally {
      client.release(files.length < 2 * DATASETS.length);
    }
    const manifest: ExportManifest = {
      format: 'mirps-export/1',
      createdAt: this.clock.now().toISOString(),
      files,
    };
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  }
}

/** Whether something is there that must not be written over. */
async function isTaken(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

async function writeFileOf(
  client: PoolClient,
  folder: string,
  dataset: Dataset,
  format: 'csv' | 'json',
): Promise<ExportedFile> {
  const file = `${dataset.name}.${format}`;
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new PassThrough({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const copy = client.query(copyTo(statement(dataset, format))) as Readable & { rowCount: number };
  const out = createWriteStream(join(folder, file));
  await (format === 'json' ? pipeline(copy, jsonArray(), counted, out) : pipeline(copy, counted, out));
  return {
    file,
    dataset: dataset.name,
    description: dataset.description,
    rows: copy.rowCount,
    bytes,
    sha256: hash.digest('hex'),
  };
}

/** Makes lines of one JSON object each into one JSON array, still a line a row. Bytes are not decoded, so none can break. */
function jsonArray(): Transform {
  let before = '[\n';
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = chunk.toString('latin1');
      const lines = text.endsWith('\n') ? text.slice(0, -1) : text;
      const out = before + lines.replaceAll('\n', ',\n');
      before = text.endsWith('\n') ? ',\n' : '';
      done(null, Buffer.from(out, 'latin1'));
    },
    flush(done) {
      done(null, before === '[\n' ? '[]\n' : '\n]\n');
    },
  });
}

/** CSV with a header, or one JSON object a line, written by PostgreSQL. CSV quoting with bytes that JSON never holds keeps lines as they are. */
const statement = ({ sql }: Dataset, format: 'csv' | 'json'): string =>
  format === 'csv'
    ? `COPY (${sql}) TO STDOUT WITH (FORMAT csv, HEADER)`
    : `COPY (SELECT row_to_json(d)::text FROM (${sql}) d) TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;
