import { promisify } from 'node:util';
import { type InputType, deflate, type ZlibOptions } from 'node:zlib';

const deflated = promisify<InputType, ZlibOptions, Buffer>(deflate);

/** A PDF as Typst writes it. */
export interface PdfObjects {
  /** By their numbers, in the order in which they stand, each from its number to `endobj`. */
  objects: ReadonlyMap<number, Buffer>;
  /** What stands before them. */
  head: Buffer;
  /** From `trailer` on. */
  tail: string;
}

/** Objects that are packed together: readers unpack a few at a time. */
const TOGETHER = 200;
/** Tags are mostly repetition; the smallest files would take three times as long. */
const LEVEL = 3;
/** Bytes of the fields of a line of the table: its kind, where the object stands, and its place among those packed with it. */
const WIDTHS = [1, 4, 2] as const;
const [FREE, PLAIN, PACKED] = [0, 1, 2];

/** @param file as Typst writes it: plain objects and one table of where they are */
export function parted(file: Buffer): PdfObjects {
  const tail = file.toString('latin1', file.lastIndexOf('\ntrailer') + 1);
  const table = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
  const [, , ...lines] = file
    .toString('latin1', table, file.length - tail.length)
    .trimEnd()
    .split(/\r?\n/);
  const starts = lines
    .map((line, id) => ({ id, start: Number(line.slice(0, 10)) }))
    .slice(1)
    .sort((a, b) => a.start - b.start);
  const objects = starts.map(({ id, start }, i): [number, Buffer] => [
    id,
    file.subarray(start, starts[i + 1]?.start ?? table),
  ]);
  return { objects: new Map(objects), head: file.subarray(0, starts[0]?.start), tail };
}

/**
 * The file again, with its small objects packed together (PDF 1.5): the tags of a long report are three quarters of it, and
 * shrink to a tenth. What has a stream stands alone, and so does the catalog, for who looks into the file without a reader.
 */
export async function joined({ objects, head, tail }: PdfObjects): Promise<Buffer> {
  const all = [...objects];
  const small = all.filter(([, object]) => !standsAlone(object));
  const groups = Array.from({ length: Math.ceil(small.length / TOGETHER) }, (_, i) =>
    small.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
  const packs = await Promise.all(groups.map(packOf));
  const [first, last] = [objects.size + 1, objects.size + 1 + groups.length];
  const lines = Buffer.alloc((last + 1) * sum(WIDTHS));
  line(lines, 0, [FREE, 0, 65_535]);
  const parts = [head];
  let at = head.length;
  const put = (id: number, object: Buffer): void => {
    line(lines, id, [PLAIN, at, 0]);
    parts.push(object);
    at += object.length;
  };
  for (const [id, object] of all) if (standsAlone(object)) put(id, object);
  groups.forEach((group, i) => {
    const [id, pack] = [first + i, packs[i]];
    if (pack) put(id, stream(id, pack.entries, pack.packed));
    group.forEach(([packed], place) => line(lines, packed, [PACKED, id, place]));
  });
  line(lines, last, [PLAIN, at, 0]);
  const kept = /<<([\s\S]*)>>/.exec(tail)?.[1]?.replace(/\/Size \d+/, '') ?? '';
  const entries = `/Type /XRef /Size ${last + 1} /W [${WIDTHS.join(' ')}] ${kept.replace(/\s+/g, ' ').trim()}`;
  const table = stream(last, entries, await deflated(lines, { level: LEVEL }));
  return Buffer.concat([...parts, table, Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1')]);
}

const standsAlone = (object: Buffer): boolean =>
  object.lastIndexOf('endstream') > 0 || object.subarray(0, 60).includes('/Type /Catalog');

/** Objects without their numbers one after the other, behind a list of the numbers and places. */
async function packOf(group: readonly [number, Buffer][]): Promise<{ entries: string; packed: Buffer }> {
  const bodies = group.map(([, object]) =>
    object.subarray(object.indexOf('obj') + 'obj'.length, object.lastIndexOf('endobj')),
  );
  let at = 0;
  const places = group.map(([id], i) => {
    const place = `${id} ${at}`;
    at += bodies[i]?.length ?? 0;
    return place;
  });
  const list = Buffer.from(`${places.join(' ')}\n`, 'latin1');
  const packed = await deflated(Buffer.concat([list, ...bodies]), { level: LEVEL });
  return { entries: `/Type /ObjStm /N ${group.length} /First ${list.length}`, packed };
}

const stream = (id: number, entries: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`,
      'latin1',
    ),
    bytes,
    Buffer.from('\nendstream\nendobj\n\n', 'latin1'),
  ]);

function line(lines: Buffer, id: number, fields: readonly [number, number, number]): void {
  let at = id * sum(WIDTHS);
  fields.forEach((field, i) => (at = lines.writeUIntBE(field, at, WIDTHS[i] ?? 1)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
