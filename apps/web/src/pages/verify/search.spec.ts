import { describe, expect, it } from '@jest/globals';
import { hashOf, verifySearchOf } from './search';

const HASH = 'ab01'.repeat(16);

describe('a hash to verify', () => {
  it('is taken as people paste it', () => {
    expect(hashOf(`  ${HASH.toUpperCase()}\n`)).toBe(HASH);
    expect(hashOf(`${HASH.slice(0, 32)} ${HASH.slice(32)}`)).toBe(HASH);
    expect(verifySearchOf({ sha256: HASH, other: 1 })).toEqual({ sha256: HASH });
  });

  it('is none when it is too short, too long or something else', () => {
    expect([HASH.slice(1), `${HASH}0`, HASH.replace('a', 'g'), '', 7, undefined].map(hashOf)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect(verifySearchOf({ sha256: 'x' })).toEqual({});
  });
});
