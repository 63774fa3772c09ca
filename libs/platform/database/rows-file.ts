import { pipeline, type Readable, Transform } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CopyOut } from './copy-out.js';
import { Database } from './database.js';
import { Places } from './places.js';

/** `jsonl`: one object a line. */
export type RowsFormat = 'csv' | 'json' | 'jsonl';

/** A column of the file; `true` marks text that people wrote. */
export type FileColumn = readonly [name: string, sql: string, written?: true];

/** A cell that begins like a formula would be carried out by a spreadsheet; an apostrophe keeps it text. */
const harmless = (cell: string): string =>
  `CASE WHEN left(${cell}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r') THEN '''' || ${cell} ELSE ${cell} END`;

/** Characters that JSON never holds as such, so that COPY writes each line as it is. */
const RAW_LINES = `(FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;

/**
 * Any number of rows as a file. PostgreSQL writes the text itself (COPY) and pauses when the client reads slowly, so that
 * memory stays flat; a client that goes away takes its database connection with it at once.
 */
@Injectable()
export class RowsFile {
  private readonly places: Places;

  constructor(@Inject(Database) private readonly database: Database) {
    // Files are long: most connections stay free for everybody else. The others wait for their turn.
    this.places = new Places(Math.max(1, Math.floor((database.pool.options.max ?? 10) / 3)));
  }

  /**
   * The rows as bytes. Destroying the stream ends the query.
   * @param from the statement from FROM on, its values as literals (`LiteralStatement`)
   */
  async stream(format: RowsFormat, columns: readonly FileColumn[], from: string): Promise<Readable> {
    const leave = await this.places.enter();
    try {
      const client = await this.database.pool.connect();
      const rows = client.query(new CopyOut(copyOf(format, columns, from)));
      const bytes = format === 'json' ? jsonArray() : passOn();
      pipeline(rows, bytes, (error) => {
        if (error) {
          client.release(error); // closes the connection: PostgreSQL stops as soon as it notices
          leave();
        } else {
          void rows.done.then(() => {
            client.release();
            leave();
          });
        }
      });
      return bytes;
    } catch (error) {
      leave();
      throw error;
    }
  }
}

function copyOf(format: RowsFormat, columns: readonly FileColumn[], from: string): string {
  const csv = format === 'csv';
  const selected = columns
    .map(([name, sql, written]) => `${csv && written ? harmless(sql) : sql} AS "${name}"`)
    .join(', ');
  if (csv) return `COPY (SELECT ${selected} ${from}) TO STDOUT WITH (FORMAT csv, HEADER)`;
  const line = `(SELECT row_to_json(r) FROM (SELECT ${selected}) r)::text`;
  return `COPY (SELECT ${format === 'json' ? `',' || ${line}` : line} ${from}) TO STDOUT WITH ${RAW_LINES}`;
}

const passOn = (): Transform =>
  new Transform({ transform: (chunk: Buffer, _encoding, done) => done(null, chunk) });

/** Every line begins with a comma; the first one becomes the bracket, so that no line has to be looked at. */
function jsonArray(): Transform {
  let begun = false;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (begun) return done(null, chunk);
      begun = true;
      done(null, Buffer.concat([Buffer.from('['), chunk.subarray(1)]));
    },
    flush: (done) => done(null, begun ? ']\n' : '[]\n'),
  });
}
