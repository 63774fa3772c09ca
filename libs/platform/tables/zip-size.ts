const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LARGEST_COMMENT = 65_535;

/**
 * What the entries of a ZIP archive come to unpacked, in bytes, as its central directory states it; null for what is no
 * archive, is cut off, spans several files or needs ZIP64. An entry that states no size although it has bytes counts as
 * limitless.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return null;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (packed === 0xffffffff || unpacked === 0xffffffff) return null;
    total += unpacked === 0 && packed > 2 ? Infinity : unpacked;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LARGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
