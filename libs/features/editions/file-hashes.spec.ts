import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { hashesIn } from './file-hashes.js';

const [FIRST, SECOND] = ['1a'.repeat(32), '2b'.repeat(32)];

describe('hashes that a file names', () => {
  it('are found in its text, and in what Word saved with it', () => {
    expect(hashesIn(strToU8(`<meta content="${FIRST}"> ${SECOND} ${FIRST}`))).toEqual([FIRST, SECOND]);
    const core = `<dc:description>Made from the snapshot with SHA-256 ${SECOND}</dc:description>`;
    const word = zipSync({ 'docProps/core.xml': strToU8(core), 'word/media/one.png': strToU8(FIRST) });
    expect(hashesIn(word)).toEqual([SECOND]);
  });

  it('are none in what is longer, in nothing, and in a broken ZIP', () => {
    expect(hashesIn(strToU8(`${FIRST}00`))).toEqual([]);
    expect(hashesIn(new Uint8Array())).toEqual([]);
    expect(hashesIn(strToU8('PK and no more'))).toEqual([]);
  });
});
