import { type Duplex, Readable } from 'node:stream';
import type { Connection, Submittable } from 'pg';

const COPY_DATA = 0x64; // d
const COPY_DONE = 0x63; // c
const ERROR = 0x45; // E
const HEADER = 5;

type Listener = (chunk: Buffer) => void;

/**
 * `COPY ... TO STDOUT` as a stream of bytes, for `client.query(new CopyOut(sql))`. It reads the server's messages where they
 * arrived and closes the gaps between the rows in place, so that whole years pass through without a copy or an object per
 * row. A slow reader pauses the socket, and so PostgreSQL. Destroyed before its end, the connection cannot be used again.
 */
export class CopyOut extends Readable implements Submittable {
  /** Settles when the connection can take the next query. */
  readonly done: Promise<void>;
  private ready: () => void = () => undefined;
  private socket?: Duplex;
  private client: Listener[] = [];
  private readonly header = Buffer.alloc(HEADER);
  private filled = 0;
  /** Bytes of the present message that are still to come, and whether they are rows. */
  private left = 0;
  private rows = false;

  constructor(private readonly sql: string) {
    super();
    this.done = new Promise((resolve) => (this.ready = resolve));
  }

  /** Called by pg: from here on until the copy is done the socket's bytes come to us. */
  submit(connection: Connection): void {
    this.socket = connection.stream;
    this.client = this.socket.listeners('data') as Listener[];
    this.socket.removeAllListeners('data').on('data', this.onBytes);
    connection.query(this.sql);
  }

  override _read(): void {
    this.socket?.resume();
  }

  handleError(error: Error): void {
    this.giveBack();
    this.destroy(error);
  }

  handleCommandComplete(): void {
    // the rows are through; `done` waits for the connection itself
  }

  handleReadyForQuery(): void {
    this.ready();
  }

  private readonly onBytes: Listener = (chunk) => {
    let [read, write] = [0, 0];
    while (read < chunk.length) {
      if (this.left > 0) {
        const end = Math.min(read + this.left, chunk.length);
        this.left -= end - read;
        if (this.rows) {
          if (write !== read) chunk.copyWithin(write, read, end);
          write += end - read;
        }
        read = end;
        continue;
      }
      const missing = Math.min(HEADER - this.filled, chunk.length - read);
      this.filled += chunk.copy(this.header, this.filled, read, read + missing);
      read += missing;
      if (this.filled < HEADER) break;
      const code = this.header[0];
      if (code === COPY_DONE || code === ERROR) {
        if (write > 0) this.push(chunk.subarray(0, write));
        this.end(code, chunk.subarray(read));
        return;
      }
      this.filled = 0;
      this.rows = code === COPY_DATA;
      this.left = this.header.readInt32BE(1) - 4;
    }
    if (write > 0 && !this.push(chunk.subarray(0, write))) this.socket?.pause();
  };

  /** Hands the rest to pg: the end of the command after the rows, or the error, which pg brings back to `handleError`. */
  private end(code: number, rest: Buffer): void {
    const client = this.client;
    this.giveBack();
    if (code === COPY_DONE) this.push(null);
    const bytes = code === ERROR ? Buffer.concat([this.header, rest]) : Buffer.from(rest);
    for (const listener of client) listener(bytes);
    this.socket?.resume();
  }

  private giveBack(): void {
    if (this.client.length === 0) return;
    this.socket?.removeListener('data', this.onBytes);
    for (const listener of this.client) this.socket?.on('data', listener);
    this.client = [];
  }
}
