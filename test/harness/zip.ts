import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: Buffer;
  /** What the archive says of the length unpacked; the truth when absent. */
  stated?: number;
}

/** A ZIP archive, also one that lies about what it holds. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content, stated = content.length } of entries) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    [crc32(content), packed.length, stated].forEach((value, i) => sizes.writeUInt32LE(value, i * 4));
    const named = Buffer.from(name);
    const length = Buffer.alloc(2);
    length.writeUInt16LE(named.length);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    const common = Buffer.concat([
      Buffer.from('14000000080000000000', 'hex'),
      sizes,
      length,
      Buffer.alloc(2),
    ]);
    const file = Buffer.concat([Buffer.from('504b0304', 'hex'), common, named, packed]);
    files.push(file);
    directory.push(Buffer.from('504b01021400', 'hex'), common, Buffer.alloc(10), offset, named);
    at += file.length;
  }
  const entriesOf = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(entriesOf.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, entriesOf, end]);
}
