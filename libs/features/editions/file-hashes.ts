import { strFromU8, unzipSync } from 'fflate';

/** Where our packed files name their snapshot: Word's properties and text, and the description of the tables. */
const TELLING = /^(docProps\/(core|custom)\.xml|word\/document\.xml|datapackage\.json)$/;

/** As much as is unpacked of one part, in bytes. */
const MOST = 64 * 1024 * 1024;

/** Every SHA-256 that is written in a file, also in what Word and ZIP pack; none where it cannot be unpacked. */
export function hashesIn(file: Uint8Array): string[] {
  const texts = [Buffer.from(file).toString('latin1'), ...packedTexts(file)];
  return [...new Set(texts.flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? []))];
}

function packedTexts(file: Uint8Array): string[] {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return [];
  try {
    const parts = unzipSync(file, {
      filter: ({ name, originalSize }) => TELLING.test(name) && originalSize <= MOST,
    });
    return Object.values(parts).map((part) => strFromU8(part));
  } catch {
    return [];
  }
}
