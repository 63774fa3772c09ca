import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const LIMIT_BYTES = 50 * 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Puts a log aside that has grown long or whose first line is of an earlier day, and lets it begin anew, under the hands of
 * whoever appends to it. What was put aside goes after `days`.
 */
export function turnLog(file: string, days = 30, now = new Date()): void {
  const today = now.toISOString().slice(0, 10);
  const began = firstDay(file);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= LIMIT_BYTES || (began !== undefined && began < today)) {
    copyFileSync(file, `${file}.${began ?? today}`);
    truncateSync(file);
  }
  const oldest = new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  for (const name of readdirSync(dirname(file))) {
    const day = name.startsWith(`${basename(file)}.`) ? name.slice(-10) : undefined;
    if (day && /^\d{4}-\d\d-\d\d$/.test(day) && day < oldest)
      rmSync(join(dirname(file), name), { force: true });
  }
}

/** The day of the first line that tells its time. */
function firstDay(file: string): string | undefined {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  const head = Buffer.alloc(4096);
  const handle = openSync(file, 'r');
  const read = readSync(handle, head);
  closeSync(handle);
  return /"time":"(\d{4}-\d\d-\d\d)T/.exec(head.toString('utf8', 0, read))?.[1];
}
